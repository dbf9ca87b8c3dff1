import { inspect } from 'node:util';
import { DatabaseAddress, DatabaseAddressError } from '../../../src/intake/store/database-address.ts';

test.each([
  [
    'postgres://endpoint:Qyx-secret@db.plan.example:5433/invoices?sslmode=verify-full',
    'postgres://db.plan.example:5433/invoices',
  ],
  ['postgresql://db/invoices?user=a&password=Qyx-secret', 'postgres://db/invoices'],
  ['postgres://endpoint:Qyx-secret@/invoices?host=/run/postgresql', 'postgres:///run/postgresql/invoices'],
])('of %s only the place is told', (text, place) => {
  const address = DatabaseAddress.parse(text);
  expect(address.secret()).toBe(text);
  const told = [
    String(address),
    JSON.stringify({ address }),
    inspect({ address }),
    inspect(address, { showHidden: true }),
  ];
  expect(told[0]).toBe(place);
  expect(told.join()).not.toContain('Qyx-secret');
});

test.each([
  '',
  'invoices',
  'mysql://a:Qyx-secret@db/invoices',
  'postgres://a:Qyx-secret@db',
  'postgres://a:Qyx-secret@db:x/y',
])('%s is refused without being quoted', (text) => {
  let thrown: unknown;
  try {
    DatabaseAddress.parse(text);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(DatabaseAddressError);
  expect(inspect(thrown)).not.toContain('Qyx-secret');
});
