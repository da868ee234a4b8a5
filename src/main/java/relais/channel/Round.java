package relais.channel;

/** What happened so far in one round of sending by one channel. Only the thread of the round uses it. */
final class Round {

    private boolean sent;
    private boolean failed;

    void noteSent() {
        sent = true;
    }

    void noteFailed() {
        failed = true;
    }

    boolean sentSomething() {
        return sent;
    }

    /** The rest of the round is then left for later: what failed for one payload will likely fail for the next. */
    boolean failed() {
        return failed;
    }
}
