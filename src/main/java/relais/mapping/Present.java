package relais.mapping;

/**
 * Which members of a record hold something, a bit for each. Most segments that a standard knows are for what most documents do not say, and one look
 * at the bits tells that there is nothing to write.
 */
final class Present {

    /** What is always present. A member so far behind counts as that too. */
    static final long ALWAYS = Long.MIN_VALUE;

    private static final int MEMBERS_MAX = Long.SIZE - 1;

    private Present() {}

    static long bit(Member member) {
        return member.index() < MEMBERS_MAX ? 1L << member.index() : ALWAYS;
    }

    /** Which of the members that are asked for. */
    static long in(Object from, long asked) {
        if (!(from instanceof Record)) return -1;
        var members = Tree.of(from.getClass()).each();
        var present = ALWAYS;
        for (var rest = asked & ~ALWAYS; rest != 0; rest &= rest - 1) {
            var member = members[Long.numberOfTrailingZeros(rest)];
            if (!member.shape().isEmpty(member.of(from))) present |= bit(member);
        }
        return present;
    }
}
