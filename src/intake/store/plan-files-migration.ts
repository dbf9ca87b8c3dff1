import type { Kysely, RawBuilder } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Step 013: files of plans, lines under an authorization, and the audit chains of plans. */
export function planFilesMigration(binary: RawBuilder<Uint8Array>): Migration {
  return {
    up: async (db: Kysely<unknown>) => {
      await db.schema
        .createTable('plan_file')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('plan_id', 'text', (column) => column.notNull())
        .addColumn('delegate_id', 'text')
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('row_count', 'integer', (column) => column.notNull())
        .addColumn('loaded_at', 'text', (column) => column.notNull())
        .addColumn('loaded_by', 'text', (column) => column.notNull())
        .addColumn('wrapped_key', binary, (column) => column.notNull())
        .execute();
      await db.schema.createIndex('plan_file_by_plan').on('plan_file').columns(['plan_id', 'state', 'kind']).execute();
      await db.schema
        .createTable('plan_file_entry')
        .addColumn('file_id', 'text', (column) => column.notNull().references('plan_file.id'))
        .addColumn('look_up', 'text', (column) => column.notNull())
        .addColumn('content', binary, (column) => column.notNull())
        .addPrimaryKeyConstraint('plan_file_entry_key', ['file_id', 'look_up'])
        .execute();
      await db.schema
        .createTable('authorized_line')
        .addColumn('submission_id', 'text', (column) => column.notNull())
        .addColumn('line', 'integer', (column) => column.notNull())
        .addColumn('ordinal', 'integer', (column) => column.notNull())
        .addColumn('authorization_hash', 'text', (column) => column.notNull())
        .addColumn('content', binary, (column) => column.notNull())
        .addPrimaryKeyConstraint('authorized_line_key', ['submission_id', 'line'])
        .addForeignKeyConstraint('authorized_line_invoice', ['submission_id', 'ordinal'], 'invoice', [
          'submission_id',
          'ordinal',
        ])
        .execute();
      await db.schema
        .createIndex('authorized_line_by_authorization')
        .on('authorized_line')
        .column('authorization_hash')
        .execute();
      await db.schema
        .createTable('plan_audit_entry')
        .addColumn('plan_id', 'text', (column) => column.notNull())
        .addColumn('sequence', 'integer', (column) => column.notNull())
        .addColumn('at', 'text', (column) => column.notNull())
        .addColumn('actor', 'text', (column) => column.notNull())
        .addColumn('action', 'text', (column) => column.notNull())
        .addColumn('detail', 'text', (column) => column.notNull())
        .addColumn('previous_hash', 'text', (column) => column.notNull())
        .addColumn('hash', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('plan_audit_entry_key', ['plan_id', 'sequence'])
        .execute();
      await db.schema
        .createTable('plan_audit_head')
        .addColumn('plan_id', 'text', (column) => column.primaryKey())
        .addColumn('hash', 'text', (column) => column.notNull())
        .execute();
    },
  };
}
