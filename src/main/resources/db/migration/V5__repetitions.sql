-- What comes again with the same bytes stands in the register too, as type Repetition.
alter table document drop constraint document_state_check;
alter table document add constraint document_state_check check (state in
    ('accepted', 'rejected', 'parked', 'duplicate', 'due', 'sent', 'acknowledged'));
