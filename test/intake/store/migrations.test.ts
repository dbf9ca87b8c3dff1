import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { databaseFile, openStore } from '../../../src/intake/store/store.ts';
import { Submissions } from '../../../src/intake/store/submissions.ts';
import { afterTests, emptyFolder } from '../running.ts';

const at = (minute: number): string => `2026-11-24T12:0${String(minute)}:00.000Z`;

/** A database as it was before invoices had a history, with a checked submission and one that is not. */
async function olderDatabase(folder: string): Promise<void> {
  await (await openStore(folder)).destroy();
  const database = new DatabaseSync(join(folder, databaseFile));
  database.exec(`
    drop table authorized_line; drop table plan_file_entry; drop table plan_file; drop table plan_audit_entry;
    drop table plan_audit_head; drop table emergency_access; drop table retention_policy; drop table legal_hold; drop index submission_by_age;
    alter table submission drop column purged_at; alter table submission drop column part2_program;
    drop table encounter_answer; drop table encounter_claim; drop table encounter_file; drop table control_number;
    drop table invitation; drop table person; drop table machine_client; drop table organisation_audit_entry;
    drop table organisation; drop table key_proof; drop table adjudication; drop table service_line; drop table invoice_change;
    drop index invoice_by_organisation; drop index invoice_by_plan;
    alter table submission drop column delegate_id; alter table invoice drop column delegate_id;
    alter table invoice drop column encounter_state;
    delete from kysely_migration where name > '003';
    insert into submission values
      ('a', 'plan', 'organisation', 'key of a', 'hash', 'new', 1, '${at(0)}', 'checked', 'receipt', x'00'),
      ('b', 'plan', 'organisation', 'key of b', 'hash', 'new', 1, '${at(2)}', 'received', 'receipt', x'00');
    insert into invoice values
      ('a', 0, 'plan', 'organisation', '4100000001', 1, 100, 'accepted', '1234567893'),
      ('a', 1, 'plan', 'organisation', '4100000002', 1, 100, 'rejected', '1234567893'),
      ('b', 0, 'plan', 'organisation', '4100000003', 1, 100, 'received', '1234567893');
    insert into audit_entry values
      ('a', 1, '${at(0)}', 'biller', 'received', '{}', 'hash', 'hash'),
      ('a', 2, '${at(1)}', 'endpoint', 'checked', '{}', 'hash', 'hash'),
      ('b', 1, '${at(2)}', 'biller', 'received', '{}', 'hash', 'hash');
  `);
  database.close();
}

test('invoices of an older database get their history from the audit chain, and go on', async () => {
  const folder = await emptyFolder();
  await olderDatabase(folder);
  const store = await openStore(folder);
  afterTests(() => store.destroy());
  const changes = await store
    .selectFrom('invoice_change')
    .select(['submission_id', 'ordinal', 'audit_sequence', 'at', 'state'])
    .orderBy('submission_id')
    .orderBy('ordinal')
    .orderBy('audit_sequence')
    .execute();
  expect(changes.map((row) => Object.values(row).join(' '))).toEqual([
    `a 0 1 ${at(0)} received`,
    `a 0 2 ${at(1)} accepted`,
    `a 1 1 ${at(0)} received`,
    `a 1 2 ${at(1)} returned`,
    `b 0 1 ${at(2)} received`,
  ]);
  const invoices = await store.selectFrom('invoice').select(['state', 'encounter_state']).execute();
  expect(invoices.map((row) => `${row.state} ${row.encounter_state}`)).toEqual([
    'accepted notWritten',
    'returned notWritten',
    'received notWritten',
  ]);
  expect(await new Submissions(store).earlierInvoices('b')).toEqual({ accepted: [], inForce: [], services: [] });
});
