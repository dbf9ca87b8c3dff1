import { sql, type Kysely } from 'kysely';
import { DEFAULT_MIGRATION_TABLE, Migrator, type Migration } from 'kysely/migration';
import { planFilesMigration } from './plan-files-migration.ts';
import type { Tables } from './schema.ts';

/** How an engine spells what kysely leaves to it. */
export interface EngineTypes {
  readonly binary: 'blob' | 'bytea';
}

/** The steps from an empty database to the present one; a released step is never changed, a new one is added. */
function migrations(types: EngineTypes): Record<string, Migration> {
  const binary = sql.raw<Uint8Array>(types.binary);
  return {
    '001-submissions': {
      up: async (db: Kysely<unknown>) => {
        await db.schema
          .createTable('submission')
          .addColumn('id', 'text', (column) => column.primaryKey())
          .addColumn('plan_id', 'text', (column) => column.notNull())
          .addColumn('organisation_id', 'text', (column) => column.notNull())
          .addColumn('idempotency_key', 'text', (column) => column.notNull())
          .addColumn('content_hash', 'text', (column) => column.notNull())
          .addColumn('purpose', 'text', (column) => column.notNull())
          .addColumn('attempt', 'integer', (column) => column.notNull())
          .addColumn('received_at', 'text', (column) => column.notNull())
          .addColumn('state', 'text', (column) => column.notNull())
          .addColumn('receipt', 'text', (column) => column.notNull())
          .addColumn('wrapped_key', binary, (column) => column.notNull())
          .addUniqueConstraint('submission_once', ['plan_id', 'idempotency_key'])
          .execute();
        await db.schema
          .createTable('sealed_document')
          .addColumn('submission_id', 'text', (column) => column.notNull().references('submission.id'))
          .addColumn('kind', 'text', (column) => column.notNull())
          .addColumn('content', binary, (column) => column.notNull())
          .addPrimaryKeyConstraint('sealed_document_key', ['submission_id', 'kind'])
          .execute();
        await db.schema
          .createTable('invoice')
          .addColumn('submission_id', 'text', (column) => column.notNull().references('submission.id'))
          .addColumn('ordinal', 'integer', (column) => column.notNull())
          .addColumn('plan_id', 'text', (column) => column.notNull())
          .addColumn('organisation_id', 'text', (column) => column.notNull())
          .addColumn('invoice_number', 'text')
          .addColumn('line_count', 'integer', (column) => column.notNull())
          .addColumn('charge_cents', 'bigint', (column) => column.notNull())
          .addColumn('state', 'text', (column) => column.notNull())
          .addPrimaryKeyConstraint('invoice_key', ['submission_id', 'ordinal'])
          .execute();
        await db.schema
          .createIndex('invoice_by_number')
          .on('invoice')
          .columns(['organisation_id', 'invoice_number', 'submission_id'])
          .execute();
        await db.schema
          .createTable('audit_entry')
          .addColumn('submission_id', 'text', (column) => column.notNull().references('submission.id'))
          .addColumn('sequence', 'integer', (column) => column.notNull())
          .addColumn('at', 'text', (column) => column.notNull())
          .addColumn('actor', 'text', (column) => column.notNull())
          .addColumn('action', 'text', (column) => column.notNull())
          .addColumn('detail', 'text', (column) => column.notNull())
          .addColumn('previous_hash', 'text', (column) => column.notNull())
          .addColumn('hash', 'text', (column) => column.notNull())
          .addPrimaryKeyConstraint('audit_entry_key', ['submission_id', 'sequence'])
          .execute();
        await db.schema
          .createTable('work_item')
          .addColumn('id', 'text', (column) => column.primaryKey())
          .addColumn('submission_id', 'text', (column) => column.notNull().references('submission.id'))
          .addColumn('kind', 'text', (column) => column.notNull())
          .addColumn('available_at', 'bigint', (column) => column.notNull())
          .addColumn('lease_until', 'bigint', (column) => column.notNull().defaultTo(0))
          .addColumn('lease_holder', 'text')
          .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
          .addColumn('completed_at', 'bigint')
          .execute();
        await db.schema.createIndex('work_item_open').on('work_item').columns(['completed_at', 'id']).execute();
        await db.schema
          .createTable('identity_record')
          .addColumn('model', 'text', (column) => column.notNull())
          .addColumn('id_hash', 'text', (column) => column.notNull())
          .addColumn('grant_hash', 'text')
          .addColumn('uid_hash', 'text')
          .addColumn('payload', binary, (column) => column.notNull())
          .addColumn('expires_at', 'bigint')
          .addColumn('consumed_at', 'bigint')
          .addPrimaryKeyConstraint('identity_record_key', ['model', 'id_hash'])
          .execute();
        await db.schema.createIndex('identity_record_grant').on('identity_record').column('grant_hash').execute();
        await db.schema.createIndex('identity_record_expiry').on('identity_record').column('expires_at').execute();
      },
    },
    '002-business-key': {
      up: async (db: Kysely<unknown>) => {
        // Invoices of before have no key: they are in sealed envelopes, which a step cannot open.
        await db.schema
          .alterTable('invoice')
          .addColumn('billing_provider_npi', 'text', (column) => column.notNull().defaultTo(''))
          .execute();
        await db.schema
          .createIndex('invoice_by_business_key')
          .on('invoice')
          .columns(['plan_id', 'billing_provider_npi', 'invoice_number', 'state'])
          .execute();
      },
    },
    '003-invoice-changes': {
      up: async (db: Kysely<unknown>) => {
        await sql`update invoice set state = 'returned' where state = 'rejected'`.execute(db);
        await db.schema
          .alterTable('invoice')
          .addColumn('encounter_state', 'text', (column) => column.notNull().defaultTo('notWritten'))
          .execute();
        await db.schema
          .createTable('invoice_change')
          .addColumn('submission_id', 'text', (column) => column.notNull())
          .addColumn('ordinal', 'integer', (column) => column.notNull())
          .addColumn('audit_sequence', 'integer', (column) => column.notNull())
          .addColumn('at', 'text', (column) => column.notNull())
          .addColumn('aspect', 'text', (column) => column.notNull())
          .addColumn('state', 'text', (column) => column.notNull())
          .addColumn('caused_by', 'text')
          .addPrimaryKeyConstraint('invoice_change_key', ['submission_id', 'ordinal', 'audit_sequence'])
          .addForeignKeyConstraint('invoice_change_invoice', ['submission_id', 'ordinal'], 'invoice', [
            'submission_id',
            'ordinal',
          ])
          .addForeignKeyConstraint('invoice_change_told', ['submission_id', 'audit_sequence'], 'audit_entry', [
            'submission_id',
            'sequence',
          ])
          .execute();
        // The first entry of a chain tells of the receipt, the second one of the check.
        await sql`insert into invoice_change (submission_id, ordinal, audit_sequence, at, aspect, state)
          select invoice.submission_id, ordinal, sequence, at, 'invoice', case sequence when 1 then 'received' else state end
          from invoice join audit_entry on audit_entry.submission_id = invoice.submission_id
          where sequence = 1 or (sequence = 2 and state <> 'received')`.execute(db);
      },
    },
    '004-service-lines': {
      up: async (db: Kysely<unknown>) => {
        // Lines of before have none: they are in sealed envelopes.
        await db.schema
          .createTable('service_line')
          .addColumn('submission_id', 'text', (column) => column.notNull())
          .addColumn('line', 'integer', (column) => column.notNull())
          .addColumn('ordinal', 'integer', (column) => column.notNull())
          .addColumn('service_hash', 'text', (column) => column.notNull())
          .addPrimaryKeyConstraint('service_line_key', ['submission_id', 'line'])
          .addForeignKeyConstraint('service_line_invoice', ['submission_id', 'ordinal'], 'invoice', [
            'submission_id',
            'ordinal',
          ])
          .execute();
        await db.schema.createIndex('service_line_by_service').on('service_line').column('service_hash').execute();
      },
    },
    '005-invoice-list': {
      up: async (db: Kysely<unknown>) => {
        await db.schema
          .createIndex('invoice_by_organisation')
          .on('invoice')
          .columns(['organisation_id', 'submission_id', 'ordinal'])
          .execute();
      },
    },
    '006-adjudications': {
      up: async (db: Kysely<unknown>) => {
        await db.schema
          .createTable('adjudication')
          .addColumn('submission_id', 'text', (column) => column.notNull())
          .addColumn('ordinal', 'integer', (column) => column.notNull())
          .addColumn('audit_sequence', 'integer', (column) => column.notNull())
          .addColumn('at', 'text', (column) => column.notNull())
          .addColumn('decision', 'text', (column) => column.notNull())
          .addColumn('decided_on', 'text', (column) => column.notNull())
          .addColumn('paid_cents', 'bigint', (column) => column.notNull())
          .addColumn('content_hash', 'text', (column) => column.notNull())
          .addColumn('content', binary, (column) => column.notNull())
          .addPrimaryKeyConstraint('adjudication_key', ['submission_id', 'ordinal', 'audit_sequence'])
          .addForeignKeyConstraint('adjudication_invoice', ['submission_id', 'ordinal'], 'invoice', [
            'submission_id',
            'ordinal',
          ])
          .addForeignKeyConstraint('adjudication_told', ['submission_id', 'audit_sequence'], 'audit_entry', [
            'submission_id',
            'sequence',
          ])
          .execute();
      },
    },
    '007-key-proof': {
      up: async (db: Kysely<unknown>) => {
        await db.schema
          .createTable('key_proof')
          .addColumn('id', 'text', (column) => column.primaryKey())
          .addColumn('proof', binary, (column) => column.notNull())
          .execute();
      },
    },
    '008-delegates': {
      up: async (db: Kysely<unknown>) => {
        for (const table of ['submission', 'invoice']) {
          await db.schema.alterTable(table).addColumn('delegate_id', 'text').execute();
        }
        await db.schema
          .createIndex('invoice_by_plan')
          .on('invoice')
          .columns(['plan_id', 'submission_id', 'ordinal'])
          .execute();
      },
    },
    '009-people': {
      up: async (db: Kysely<unknown>) => {
        await db.schema
          .createTable('organisation')
          .addColumn('id', 'text', (column) => column.primaryKey())
          .addColumn('kind', 'text', (column) => column.notNull())
          .addColumn('name', 'text', (column) => column.notNull())
          .addColumn('plans', 'text', (column) => column.notNull())
          .addColumn('delegate_id', 'text', (column) => column.references('organisation.id'))
          .addColumn('billing_provider_npis', 'text', (column) => column.notNull())
          .execute();
        await db.schema
          .createTable('person')
          .addColumn('id', 'text', (column) => column.primaryKey())
          .addColumn('organisation_id', 'text', (column) => column.notNull().references('organisation.id'))
          .addColumn('email', 'text', (column) => column.notNull().unique())
          .addColumn('name', 'text', (column) => column.notNull())
          .addColumn('role', 'text', (column) => column.notNull())
          .addColumn('disabled_at', 'bigint')
          .addColumn('password_hash', 'text')
          .addColumn('code_secret', binary)
          .addColumn('code_step', 'bigint', (column) => column.notNull().defaultTo(0))
          .addColumn('wrong_tries', 'integer', (column) => column.notNull().defaultTo(0))
          .addColumn('locked_until', 'bigint', (column) => column.notNull().defaultTo(0))
          .execute();
        await db.schema.createIndex('person_by_organisation').on('person').column('organisation_id').execute();
        await db.schema
          .createTable('invitation')
          .addColumn('person_id', 'text', (column) => column.primaryKey().references('person.id'))
          .addColumn('token_hash', 'text', (column) => column.notNull().unique())
          .addColumn('expires_at', 'bigint', (column) => column.notNull())
          .execute();
        await db.schema
          .createTable('machine_client')
          .addColumn('id', 'text', (column) => column.primaryKey())
          .addColumn('organisation_id', 'text', (column) => column.notNull().references('organisation.id'))
          .addColumn('secret_hash', 'text', (column) => column.notNull())
          .addColumn('disabled_at', 'bigint')
          .execute();
        await db.schema
          .createTable('organisation_audit_entry')
          .addColumn('organisation_id', 'text', (column) => column.notNull().references('organisation.id'))
          .addColumn('sequence', 'integer', (column) => column.notNull())
          .addColumn('at', 'text', (column) => column.notNull())
          .addColumn('actor', 'text', (column) => column.notNull())
          .addColumn('action', 'text', (column) => column.notNull())
          .addColumn('detail', 'text', (column) => column.notNull())
          .addColumn('previous_hash', 'text', (column) => column.notNull())
          .addColumn('hash', 'text', (column) => column.notNull())
          .addPrimaryKeyConstraint('organisation_audit_entry_key', ['organisation_id', 'sequence'])
          .execute();
      },
    },
    '010-retention': {
      up: async (db: Kysely<unknown>) => {
        await db.schema.alterTable('submission').addColumn('purged_at', 'text').execute();
        await db.schema.createIndex('submission_by_age').on('submission').columns(['plan_id', 'received_at']).execute();
        await db.schema
          .createTable('retention_policy')
          .addColumn('plan_id', 'text', (column) => column.primaryKey())
          .addColumn('years', 'integer', (column) => column.notNull())
          .execute();
        await db.schema
          .createTable('legal_hold')
          .addColumn('id', 'text', (column) => column.primaryKey())
          .addColumn('plan_id', 'text', (column) => column.notNull())
          .addColumn('organisation_id', 'text')
          .addColumn('submission_id', 'text')
          .addColumn('reason', 'text', (column) => column.notNull())
          .addColumn('placed_at', 'text', (column) => column.notNull())
          .addColumn('placed_by', 'text', (column) => column.notNull())
          .addColumn('released_at', 'text')
          .addColumn('released_by', 'text')
          .execute();
      },
    },
    '011-part-2-programs': {
      up: async (db: Kysely<unknown>) => {
        for (const table of ['organisation', 'submission']) {
          await db.schema
            .alterTable(table)
            .addColumn('part2_program', 'integer', (column) => column.notNull().defaultTo(0))
            .execute();
        }
      },
    },
    '012-encounter-files': {
      up: async (db: Kysely<unknown>) => {
        await db.schema
          .createTable('control_number')
          .addColumn('id', 'text', (column) => column.primaryKey())
          .addColumn('last', 'integer', (column) => column.notNull())
          .execute();
        await sql`insert into control_number (id, last) values ('encounter', 0)`.execute(db);
        await db.schema
          .createTable('encounter_file')
          .addColumn('id', 'text', (column) => column.primaryKey())
          .addColumn('plan_id', 'text', (column) => column.notNull())
          .addColumn('guide', 'text', (column) => column.notNull())
          .addColumn('usage', 'text', (column) => column.notNull())
          .addColumn('control_number', 'integer', (column) => column.notNull().unique())
          .addColumn('made_at', 'text', (column) => column.notNull())
          .addColumn('made_by', 'text', (column) => column.notNull())
          .addColumn('claim_count', 'integer', (column) => column.notNull())
          .addColumn('invoice_count', 'integer', (column) => column.notNull())
          .addColumn('wrapped_key', binary, (column) => column.notNull())
          .addColumn('content', binary, (column) => column.notNull())
          .addColumn('report', binary, (column) => column.notNull())
          .execute();
        await db.schema.createIndex('encounter_file_by_plan').on('encounter_file').columns(['plan_id', 'id']).execute();
        await db.schema
          .createTable('encounter_claim')
          .addColumn('file_id', 'text', (column) => column.notNull().references('encounter_file.id'))
          .addColumn('place', 'integer', (column) => column.notNull())
          .addColumn('submission_id', 'text', (column) => column.notNull())
          .addColumn('ordinal', 'integer', (column) => column.notNull())
          .addColumn('claim_number', 'text', (column) => column.notNull())
          .addColumn('receiver_number', binary)
          .addPrimaryKeyConstraint('encounter_claim_key', ['file_id', 'place'])
          .addForeignKeyConstraint('encounter_claim_invoice', ['submission_id', 'ordinal'], 'invoice', [
            'submission_id',
            'ordinal',
          ])
          .execute();
        await db.schema
          .createIndex('encounter_claim_by_invoice')
          .on('encounter_claim')
          .columns(['submission_id', 'ordinal', 'file_id'])
          .execute();
        await db.schema
          .createTable('encounter_answer')
          .addColumn('file_id', 'text', (column) => column.notNull().references('encounter_file.id'))
          .addColumn('content_hash', 'text', (column) => column.notNull())
          .addColumn('id', 'text', (column) => column.notNull())
          .addColumn('at', 'text', (column) => column.notNull())
          .addColumn('actor', 'text', (column) => column.notNull())
          .addColumn('content', binary, (column) => column.notNull())
          .addPrimaryKeyConstraint('encounter_answer_key', ['file_id', 'content_hash'])
          .execute();
      },
    },
    '013-plan-files': planFilesMigration(binary),
    '014-audit-heads-and-emergency-access': {
      up: async (db: Kysely<unknown>) => {
        await db.schema
          .alterTable('organisation')
          .addColumn('audit_hash', 'text', (column) => column.notNull().defaultTo(''))
          .execute();
        await sql`
          update organisation set audit_hash = coalesce((
            select hash from organisation_audit_entry
            where organisation_id = organisation.id
            order by sequence desc limit 1
          ), '')`.execute(db);
        await db.schema
          .createTable('emergency_access')
          .addColumn('id', 'text', (column) => column.primaryKey())
          .addColumn('submission_id', 'text', (column) => column.notNull().references('submission.id'))
          .addColumn('opened_by', 'text', (column) => column.notNull())
          .addColumn('role', 'text', (column) => column.notNull())
          .addColumn('organisation_id', 'text', (column) => column.notNull())
          .addColumn('opened_at', 'text', (column) => column.notNull())
          .addColumn('until', 'text', (column) => column.notNull())
          .addColumn('reason', 'text', (column) => column.notNull())
          .addColumn('words', binary, (column) => column.notNull())
          .addColumn('reads', 'integer', (column) => column.notNull().defaultTo(0))
          .execute();
        await db.schema
          .createIndex('emergency_access_by_submission')
          .on('emergency_access')
          .columns(['submission_id', 'opened_by'])
          .execute();
      },
    },
    '015-services-under-two-keys': {
      up: async (db: Kysely<unknown>) => {
        // A key of a table cannot be changed in place on either engine's common ground.
        await db.schema.alterTable('service_line').renameTo('earlier_service_line').execute();
        await db.schema.dropIndex('service_line_by_service').execute();
        await db.schema
          .createTable('service_line')
          .addColumn('submission_id', 'text', (column) => column.notNull())
          .addColumn('line', 'integer', (column) => column.notNull())
          .addColumn('ordinal', 'integer', (column) => column.notNull())
          .addColumn('service_hash', 'text', (column) => column.notNull())
          .addPrimaryKeyConstraint('service_line_once', ['submission_id', 'line', 'service_hash'])
          .addForeignKeyConstraint('service_line_of_invoice', ['submission_id', 'ordinal'], 'invoice', [
            'submission_id',
            'ordinal',
          ])
          .execute();
        await sql`
          insert into service_line (submission_id, line, ordinal, service_hash)
          select submission_id, line, ordinal, service_hash from earlier_service_line`.execute(db);
        await db.schema.dropTable('earlier_service_line').execute();
        await db.schema.createIndex('service_line_by_service').on('service_line').column('service_hash').execute();
      },
    },
  };
}

/** Names of the steps; a database that has others is of a newer release. */
export const migrationNames: readonly string[] = Object.keys(migrations({ binary: 'blob' }));

/** Names of the steps that a database has been through; none where it is empty. @throws StoreError */
export async function appliedMigrations(db: Kysely<Tables>): Promise<readonly string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((table) => table.name === DEFAULT_MIGRATION_TABLE)) return [];
  const { rows } = await sql<{ name: string }>`select name from ${sql.table(DEFAULT_MIGRATION_TABLE)}`.execute(db);
  return rows.map((row) => row.name);
}

/** Brings the database to the present schema. @throws what the engine said where a step failed; nothing is half done. */
export async function migrate(db: Kysely<Tables>, types: EngineTypes): Promise<void> {
  const steps = migrations(types);
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(steps) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined)
    throw error instanceof Error ? error : new Error('The database could not be brought up to date');
}
