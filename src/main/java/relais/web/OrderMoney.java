package relais.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import relais.document.Money;
import relais.ledger.Entry;
import relais.ledger.Entry.Kind;
import relais.ledger.Statement;
import relais.ledger.Statements;

/**
 * The money of an order, from accrual to payout.
 *
 * @param entries all that was booked for it, in the order booked
 * @param commissions one for each accrual
 */
record OrderMoney(String seller, String number, List<Entry> entries, List<Commission> commissions) {

    /**
     * An accrual and what became of it.
     *
     * @param left what was not taken back; empty when nothing accrued
     * @param state "held until 2026-03-31", "paid by statement 2"
     * @param statement that says it was released
     * @param paidBy the statement that paid it out, which may be a later one
     */
    record Commission(
            Entry accrual,
            List<Entry> reversals,
            Optional<Entry> release,
            Optional<Money> left,
            String state,
            Optional<Statement> statement,
            Optional<Statement> paidBy) {}

    public List<Entry> decisions() {
        return ofKind(Kind.DECISION);
    }

    public List<Entry> conflicts() {
        return ofKind(Kind.CONFLICT);
    }

    private List<Entry> ofKind(Kind kind) {
        return entries.stream().filter(entry -> entry.kind() == kind).toList();
    }

    /** @param newestFirst what the ledger has of the order */
    static OrderMoney of(String seller, String number, List<Entry> newestFirst, Statements statements) {
        var entries = new ArrayList<>(newestFirst);
        entries.sort(Comparator.comparing(Entry::seq));
        var releases = entries.stream()
                .filter(entry -> entry.kind() == Kind.RELEASE)
                .collect(Collectors.toMap(OrderMoney::released, Function.identity(), (first, second) -> first));
        var commissions = entries.stream()
                .filter(entry -> entry.kind() == Kind.ACCRUAL)
                .map(accrual -> commission(
                        accrual,
                        reversals(accrual, entries),
                        Optional.ofNullable(releases.get("accrual " + accrual.seq())),
                        statements))
                .toList();
        return new OrderMoney(seller, number, entries, commissions);
    }

    private static String released(Entry release) {
        return release.postings().get(0).reason();
    }

    private static List<Entry> reversals(Entry accrual, List<Entry> entries) {
        return entries.stream()
                .filter(entry -> entry.kind() == Kind.REVERSAL)
                .filter(entry -> entry.postings().stream()
                        .flatMap(posting -> posting.reverses().stream())
                        .anyMatch(place -> place.seq() == accrual.seq()))
                .toList();
    }

    private static Commission commission(
            Entry accrual, List<Entry> reversals, Optional<Entry> release, Statements statements) {
        var left = accrual.amount().map(amount -> less(amount, reversals));
        var statement = release.flatMap(entry ->
                statements.saying(entry.partner(), entry.amount().orElseThrow().currency(), entry.seq()));
        var paidBy = statement.flatMap(statements::paying);
        return new Commission(
                accrual, reversals, release, left, state(accrual, release, left, statement, paidBy), statement, paidBy);
    }

    private static Money less(Money accrued, List<Entry> reversals) {
        var takenBack = reversals.stream()
                .flatMap(entry -> entry.amount().stream())
                .mapToLong(Money::minorUnits)
                .sum();
        return Money.ofMinorUnits(accrued.minorUnits() - takenBack, accrued.currency());
    }

    private static String state(
            Entry accrual,
            Optional<Entry> release,
            Optional<Money> left,
            Optional<Statement> statement,
            Optional<Statement> paidBy) {
        if (left.isEmpty()) return "no commission";
        if (paidBy.isPresent()) return "paid by statement " + paidBy.get().number();
        if (statement.isPresent())
            return "carried on by statement " + statement.get().number();
        if (release.isPresent()) return "payable since " + release.get().validOn();
        if (left.get().minorUnits() == 0) return "taken back";
        return "held until " + accrual.dueOn().orElseThrow();
    }
}
