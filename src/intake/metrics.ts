import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Channel } from '../submission/receipt.ts';

/** What the gauges look at when they are asked. */
export interface MetricSources {
  /** Pieces of work that wait for a check or are in one, and seconds that the oldest has been there. */
  readonly backlog: () => Promise<{ readonly waiting: number; readonly oldestSeconds: number }>;
  /** Tasks that wait for a thread. */
  readonly waitingTasks: () => number;
  /** Bytes of bodies that requests have sent and that are not stored yet. */
  readonly bodyBytes: () => number;
}

/** Seconds; a receipt takes a hundredth, a check of 5,000 lines about two. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

/** HTTP's methods that some route has; a label takes nothing else that a caller says. */
const methods = new Set(['GET', 'HEAD', 'POST', 'OPTIONS', 'PUT', 'PATCH', 'DELETE']);

/**
 * What the endpoint counts, in the form of Prometheus. Labels are patterns of routes, codes and words of ours: never
 * anything of a submission, of an organisation or of an address, so that neither member data nor the number of series
 * depends on who calls.
 */
export class Metrics {
  readonly #registry = new Registry();
  readonly #delay = monitorEventLoopDelay({ resolution: 20 });
  readonly #requests: Histogram<'method' | 'route' | 'status'>;
  readonly #problems: Counter<'code'>;
  readonly #submissions: Counter<'channel' | 'outcome'>;
  readonly #invoices: Counter<'state'>;
  readonly #checks: Histogram;

  constructor(sources: MetricSources) {
    const registers = [this.#registry];
    this.#requests = new Histogram({
      name: 'calaim_http_request_seconds',
      help: 'Answered requests, by the pattern of their route, and how long they took.',
      labelNames: ['method', 'route', 'status'],
      ...{ buckets, registers },
    });
    this.#problems = new Counter({
      name: 'calaim_problems_total',
      help: 'Refusals by their code.',
      labelNames: ['code'],
      registers,
    });
    this.#submissions = new Counter({
      name: 'calaim_submissions_total',
      help: 'Submissions by how they came in: stored, or known already.',
      labelNames: ['channel', 'outcome'],
      registers,
    });
    this.#invoices = new Counter({
      name: 'calaim_checked_invoices_total',
      help: 'Invoices that this process has checked, by what became of them.',
      labelNames: ['state'],
      registers,
    });
    this.#checks = new Histogram({
      name: 'calaim_check_seconds',
      help: 'Checks of submissions by this process, with their storing.',
      ...{ buckets, registers },
    });
    this.#gauges(sources);
    this.#delay.enable();
  }

  /** Counts an answered request. */
  request(method: string, route: string, status: number, seconds: number, problem: string | null): void {
    this.#requests.observe({ method: methods.has(method) ? method : 'other', route, status: String(status) }, seconds);
    if (problem !== null) this.#problems.inc({ code: problem });
  }

  /** Counts a submission for which a receipt was given. */
  received(channel: Channel, outcome: 'stored' | 'known'): void {
    this.#submissions.inc({ channel, outcome });
  }

  /** Counts a check and what it found. */
  checked(seconds: number, { accepted, returned }: { readonly accepted: number; readonly returned: number }): void {
    this.#checks.observe(seconds);
    this.#invoices.inc({ state: 'accepted' }, accepted);
    this.#invoices.inc({ state: 'returned' }, returned);
  }

  /** Everything that was counted, as Prometheus reads it. */
  async print(): Promise<{ readonly type: string; readonly text: string }> {
    return { type: this.#registry.contentType, text: await this.#registry.metrics() };
  }

  /** Ends the watching of the event loop. */
  close(): void {
    this.#delay.disable();
  }

  #gauges(sources: MetricSources): void {
    const gauge = (name: string, help: string, read: () => number): void => {
      new Gauge({
        ...{ name, help, registers: [this.#registry] },
        collect() {
          this.set(read());
        },
      });
    };
    gauge('calaim_thread_tasks_waiting', 'Tasks that wait for a thread.', sources.waitingTasks);
    gauge('calaim_body_bytes', 'Bytes of bodies that are being received.', sources.bodyBytes);
    gauge('calaim_resident_memory_bytes', 'Memory of the process.', () => process.memoryUsage.rss());
    gauge('calaim_event_loop_delay_seconds', 'Delay of the event loop since the last reading, 99th percentile.', () => {
      const delay = this.#delay.percentile(99) / 1e9;
      this.#delay.reset();
      return Number.isFinite(delay) ? delay : 0;
    });
    const oldest = new Gauge({
      name: 'calaim_oldest_work_seconds',
      help: 'Age of the oldest submission that is not checked yet.',
      registers: [this.#registry],
    });
    new Gauge({
      ...{ name: 'calaim_work_waiting', help: 'Submissions that are not checked yet.', registers: [this.#registry] },
      async collect() {
        const { waiting, oldestSeconds } = await sources.backlog();
        this.set(waiting);
        oldest.set(oldestSeconds);
      },
    });
  }
}
