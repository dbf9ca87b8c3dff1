import * as z from 'zod';
import { problems, type ProblemCode } from '../../submission/problem.ts';
import { issuerPath } from '../identity/issuer.ts';
import { permissions, type Permission } from '../identity/permissions.ts';
import {
  namedSchemas,
  openOperations,
  operations,
  problemsOfBodies,
  problemsOfEvery,
  type Operation,
  type Parameter,
  type SchemaName,
} from './operations.ts';

/** A piece of JSON. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** An operation with what it has of its route. */
export interface DescribedOperation extends Operation {
  readonly method: 'GET' | 'POST';
  /** Pattern as OpenAPI writes it: `/v1/submissions/{id}`. */
  readonly path: string;
  /** Null where anybody may ask. */
  readonly permission: Permission | null;
  /** Every code with which it may be refused. */
  readonly everyProblem: readonly ProblemCode[];
}

const rows: Readonly<Record<string, Permission>> = permissions;

/** Every request that the endpoint answers, in order. */
export const describedOperations: readonly DescribedOperation[] = Object.entries<Operation>({
  ...operations,
  ...openOperations,
}).map(([route, operation]) => {
  const [method = '', pattern = ''] = route.split(' ');
  const permission = rows[route] ?? null;
  const common = permission === null ? [] : problemsOfEvery;
  const ofBodies = method === 'POST' ? problemsOfBodies : [];
  return {
    ...operation,
    method: method === 'POST' ? 'POST' : 'GET',
    path: pattern.replaceAll(/:(\w+)/g, '{$1}'),
    permission,
    everyProblem: [...new Set([...operation.problems, ...ofBodies, ...common])],
  };
});

/** The endpoint's description as OpenAPI 3.1, made from the schemas by which requests are read and answers are made. */
export function openApiDocument(): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const operation of describedOperations) {
    paths[operation.path] = { ...paths[operation.path], [operation.method.toLowerCase()]: operationIn(operation) };
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'CalAIM Invoice, the plan’s endpoint',
      version: '1',
      summary: 'Invoices of Enhanced Care Management and Community Supports to a Medi-Cal managed care plan',
    },
    paths,
    components: {
      schemas: Object.fromEntries(
        Object.entries(namedSchemas).map(([name, schema]) => [name, jsonSchema(schema, requestNames.has(name))]),
      ),
      securitySchemes: {
        signIn: { type: 'openIdConnect', openIdConnectUrl: `${issuerPath}/.well-known/openid-configuration` },
      },
    },
  };
}

/** Schemas of what is sent: a default may be left out there. */
const requestNames: ReadonlySet<string> = new Set(
  describedOperations.flatMap(({ body }) => Object.values(body ?? {}).filter((name) => name !== 'file')),
);

function operationIn({ summary, permission, parameters, body, answers, everyProblem }: DescribedOperation): Json {
  return {
    summary,
    ...(permission === null ? {} : { security: [{ signIn: [permission.scope] }], 'x-roles': permission.roles }),
    parameters: parameters.map(parameterIn),
    ...(body === null ? {} : { requestBody: { required: true, content: contentIn(body) } }),
    responses: {
      ...Object.fromEntries(
        Object.entries(answers).map(([status, content]) => [
          status,
          { description: summary, ...(Object.keys(content).length === 0 ? {} : { content: contentIn(content) }) },
        ]),
      ),
      ...problemResponses(everyProblem),
    },
  };
}

function parameterIn({ in: place, name, schema, says }: Parameter): Json {
  return { in: place, name, description: says, required: place === 'path', schema: jsonSchema(schema, true) };
}

function contentIn(content: Readonly<Record<string, SchemaName | 'file'>>): Json {
  return Object.fromEntries(
    Object.entries(content).map(([type, name]) => [
      type,
      { schema: name === 'file' ? {} : { $ref: `#/components/schemas/${name}` } },
    ]),
  );
}

/** One answer for each status, with the codes that have it. */
function problemResponses(codes: readonly ProblemCode[]): Readonly<Record<string, Json>> {
  const byStatus = Map.groupBy(codes, (code) => problems[code].status);
  return Object.fromEntries(
    [...byStatus].map(([status, ofStatus]) => [
      String(status),
      {
        description: ofStatus
          .map((code) => `\`${code}\`: ${problems[code].title}. ${problems[code].detail}`)
          .join('\n\n'),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );
}

function jsonSchema(schema: z.ZodType, isRequest: boolean): Json {
  const described = z.toJSONSchema(schema, { io: isRequest ? 'input' : 'output', unrepresentable: 'any' });
  return Object.fromEntries(Object.entries(described).filter(([key]) => key !== '$schema')) as Json;
}
