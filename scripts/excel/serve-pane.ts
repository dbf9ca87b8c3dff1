import fastifyStatic from '@fastify/static';
import Fastify from 'fastify';

/** A certificate that this computer trusts. */
export interface Certificates {
  readonly ca: Buffer | string;
  readonly cert: Buffer | string;
  readonly key: Buffer | string;
}

/** Serves the built pane and its plan registry over HTTPS on loopback, as a plan's web server does. */
export async function servePane(options: {
  readonly certificates: Certificates;
  readonly port: number;
  readonly folder: string;
  readonly registry: string;
  /** Texts that the registry names, by their paths. */
  readonly files: ReadonlyMap<string, string>;
}): Promise<{ close(): Promise<void> }> {
  const app = Fastify({ logger: false, forceCloseConnections: true, https: { ...options.certificates } });
  app.addHook('onRequest', async (_request, reply) => {
    await Promise.resolve(
      reply.headers({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
      }),
    );
  });
  app.get('/plan-registry.jws', (_request, reply) => reply.type('application/jose').send(options.registry));
  for (const [path, text] of options.files)
    app.get(`/${path}`, (_request, reply) => reply.type('text/plain; charset=utf-8').send(text));
  await app.register(fastifyStatic, { root: options.folder, prefix: '/', cacheControl: false });
  await app.listen({ port: options.port, host: '127.0.0.1' });
  return { close: () => app.close() };
}
