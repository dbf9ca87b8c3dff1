import type { FastifyInstance } from 'fastify';
import { openApiDocument } from '../api/openapi.ts';
import { referencePage, referencePolicy } from '../api/reference-page.ts';

/** `GET /openapi.json`, and `GET /reference`, the same to read. Both are made once. */
export function registerReference(app: FastifyInstance): void {
  const description = JSON.stringify(openApiDocument());
  const page = referencePage();
  app.get('/openapi.json', (_request, reply) => reply.type('application/json').send(description));
  app.get('/reference', (_request, reply) =>
    reply.header('content-security-policy', referencePolicy).type('text/html; charset=utf-8').send(page),
  );
}
