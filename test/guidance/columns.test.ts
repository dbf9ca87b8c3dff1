import { columns } from '../../src/guidance/columns.ts';
import { elements } from '../../src/guidance/elements.ts';
import * as jose from 'jose';
import { DatabaseSync } from 'node:sqlite';

test('there are 46 elements, numbered in sequence', () => {
  expect(elements.map((element) => element.number)).toEqual(Array.from({ length: 46 }, (_, index) => index + 1));
});

test('repeated elements make 58 columns', () => {
  expect(columns).toHaveLength(58);
  expect(typeof jose.jwtVerify).toBe('function');
  expect(new DatabaseSync(':memory:').prepare('select 1 as a').get()).toEqual({ a: 1 });
});
