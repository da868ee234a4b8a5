-- What the views of tracking need to stay fast when there are millions of documents: each list comes straight from an
-- index, newest first.
drop index document_recent;
create index document_recent on document (created_at desc, id desc);
create index document_by_partner on document (partner, created_at desc, id desc);
create index document_by_type on document (type, created_at desc, id desc);
-- The states that are rare and looked for; of the others a page is soon full.
create index document_attention on document (state, created_at desc, id desc)
    where state in ('rejected', 'parked', 'due');
-- References are found by their beginning, in any case.
create index document_by_number on document (upper(number) collate "C") where number <> '';
create index document_by_order_number on document (upper(order_number) collate "C") where order_number <> '';
create index document_of_consumer on document (consumer, created_at desc)
    where consumer is not null and type = 'Order' and direction = 'in';
create index document_stock on document (partner, created_at desc)
    where type = 'InventoryReport' and direction = 'in' and state = 'accepted';
create index expected_acknowledgement_closed_by on expected_acknowledgement (closed_by) where closed_by is not null;
create index expected_acknowledgement_due on expected_acknowledgement (due_at) where closed_at is null;
create index document_answering on document (receipt, interchange) where direction = 'out' and receipt is not null;
