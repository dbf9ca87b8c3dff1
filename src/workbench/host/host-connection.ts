import type { BookEvent } from '../model/events.ts';
import type { Book } from '../model/book.ts';
import { ApiError } from './api-error.ts';
import { hostEvent } from './event-entries.ts';
import type { Faults } from './faults.ts';
import { type Journal, type RequestEntry, type RequestPurpose, RequestRecord } from './journal.ts';
import { HostObject, type RequestScope } from './object-model.ts';
import { rangeObject } from './objects/range.ts';
import { service } from './objects/services.ts';
import { workbookType } from './objects/workbook.ts';
import { worksheetType } from './objects/worksheet.ts';
import { byteLength, webPayloadLimit } from './payload.ts';
import { processQuery } from './process-query.ts';
import type { HostProfile } from './profile.ts';
import { RangeTarget } from './range-target.ts';
import { References } from './references.ts';
import { Subscriptions } from './subscriptions.ts';
import { actionTypes, objectPathTypes, requestFlags, type RequestBody, type ResponseBody } from './wire.ts';

/** Why Office itself refused a request, by the number that the client library turns into an error. */
export const refusals = {
  /** InvalidOperationInCellEditMode */
  cellEdit: 5004,
  /** RequestPayloadSizeLimitExceeded */
  requestTooLarge: 5103,
  /** ResponsePayloadSizeLimitExceeded */
  responseTooLarge: 5104,
} as const;

const refusalNames: Readonly<Record<number, string>> = {
  [refusals.cellEdit]: 'InvalidOperationInCellEditMode',
  [refusals.requestTooLarge]: 'RequestPayloadSizeLimitExceeded',
  [refusals.responseTooLarge]: 'ResponsePayloadSizeLimitExceeded',
};

/** What a request comes back with: a response's body, or the number of a refusal. */
export type HostAnswer = { readonly body: string } | { readonly refusal: number };

/** An event on its way: number, target and message (JSON). */
export interface EventEntry {
  readonly eventType: number;
  readonly targetId: string;
  readonly message: string;
}

interface IncomingRequest {
  readonly body: RequestBody;
  readonly purpose: RequestPurpose;
  readonly flags: number;
  readonly bytesIn: number;
}

export type EventSink = (entries: readonly EventEntry[]) => void;

/** What a connection shares with the others of its host. */
export interface ConnectedHost {
  readonly book: Book;
  readonly profile: HostProfile;
  readonly journal: Journal;
  readonly faults: Faults;
}

/** One add-in at the host. */
export class HostConnection {
  readonly #host: ConnectedHost;
  readonly #references: References;
  readonly #subscriptions = new Subscriptions();
  readonly #unsubscribe: () => void;
  #sink: EventSink | null = null;
  #pendingEvents: EventEntry[] = [];
  #isExecuting = false;
  #waiting: (() => void)[] = [];

  constructor(host: ConnectedHost) {
    this.#host = host;
    this.#references = new References(host.book);
    this.#unsubscribe = host.book.subscribe((event) => {
      this.#notice(event);
    });
  }

  /** Ranges that the add-in has not given back: 0 when all its `Excel.run` are over and cleaned up. */
  get openReferences(): number {
    return this.#references.size;
  }

  get hasPendingEvents(): boolean {
    return this.#pendingEvents.length > 0;
  }

  /** Where events go; none is sent before this is set. */
  receiveEvents(sink: EventSink | null): void {
    this.#sink = sink;
  }

  /**
   * Takes a `ProcessQuery` request and answers it later, never within the call. Events that it causes come after its
   * answer. A request may go without an answer for ever, as in Excel.
   */
  execute(bodyText: string, flags: number, answer: (answer: HostAnswer) => void): void {
    const body = JSON.parse(bodyText) as RequestBody;
    const purpose = purposeOf(body);
    const taken = purpose === 'sync' ? this.#host.faults.take() : undefined;
    const fault = taken === 'none' ? undefined : taken;
    fault?.come();
    if (fault?.hold === 'notCarriedOut') return;
    const request = { body, purpose, flags, bytesIn: byteLength(bodyText) };
    void this.#execute(request).then(async (result) => {
      await fault?.hold;
      answer(result);
    });
  }

  close(): void {
    this.#unsubscribe();
    this.#sink = null;
    this.#waiting = [];
  }

  async #execute({ body, purpose, flags, bytesIn }: IncomingRequest): Promise<HostAnswer> {
    await Promise.resolve();
    const { book, journal, profile } = this.#host;
    const refuse = (refusal: number): HostAnswer => {
      journal.add({ ...nothing, purpose, bytesIn, error: refusalNames[refusal] ?? null });
      return { refusal };
    };
    if (profile.payloadLimits === 'web' && bytesIn > webPayloadLimit) return refuse(refusals.requestTooLarge);
    if (purpose !== 'service' && book.cellEdit !== undefined) {
      if ((flags & requestFlags.delayForCellEdit) === 0) return refuse(refusals.cellEdit);
      await this.#cellEditEnd();
    }
    const record = new RequestRecord();
    const response = this.#run(body, record);
    const text = JSON.stringify(response);
    const bytesOut = byteLength(text);
    const isTooLarge = profile.payloadLimits === 'web' && bytesOut > webPayloadLimit;
    const error = isTooLarge ? (refusalNames[refusals.responseTooLarge] ?? null) : (response.Error?.Code ?? null);
    const { reads, writes, protectionCalls } = record;
    journal.add({ purpose, bytesIn, bytesOut, reads, writes, protectionCalls, error });
    return isTooLarge ? { refusal: refusals.responseTooLarge } : { body: text };
  }

  async #cellEditEnd(): Promise<void> {
    while (this.#host.book.cellEdit !== undefined) {
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve);
      });
    }
  }

  #run(body: RequestBody, record: RequestRecord): ResponseBody {
    const { book, profile } = this.#host;
    let suspendedMode: 'automatic' | 'manual' | null = null;
    const scope = this.#scope({
      suspendCalculation: () => {
        suspendedMode ??= book.calculationMode;
        book.setCalculationMode('manual');
      },
      calculationMode: () => suspendedMode ?? book.calculationMode,
      setCalculationMode: (mode) => {
        if (suspendedMode === null) book.setCalculationMode(mode);
        else suspendedMode = mode;
      },
    });
    this.#isExecuting = true;
    try {
      return processQuery({ scope, record, services: service, apiLevel: profile.excelApi }, body);
    } finally {
      this.#isExecuting = false;
      this.#references.endRequest();
      // The mode may have been changed by a callback that the compiler does not follow.
      const mode = suspendedMode as 'automatic' | 'manual' | null;
      if (mode !== null) book.setCalculationMode(mode);
    }
  }

  #scope(
    calculation: Pick<RequestScope, 'suspendCalculation' | 'calculationMode' | 'setCalculationMode'>,
  ): RequestScope {
    const { book, faults } = this.#host;
    const references = this.#references;
    const object = (target: RangeTarget): HostObject => {
      references.track(target);
      return rangeObject(target);
    };
    return {
      ...calculation,
      book,
      objects: {
        workbook: () => HostObject.of(workbookType, book),
        worksheet: (sheet) => HostObject.of(worksheetType, sheet),
      },
      range: (sheet, area) => object(new RangeTarget(sheet, area)),
      keep: (range) => references.keep(range),
      keptAs: (range) => references.keptAs(range),
      release: (id) => {
        references.release(id);
      },
      releaseAll: () => {
        references.releaseAll();
      },
      keptCount: () => references.size,
      referenced: (id) => {
        const range = references.find(id);
        return range === undefined ? null : object(range);
      },
      subscribe: (eventType, targetId) => {
        this.#subscriptions.add(eventType, targetId);
      },
      unsubscribe: (eventType, targetId) => {
        this.#subscriptions.remove(eventType, targetId);
      },
      beforeUnprotect: () => {
        if (faults.failUnprotect) throw new ApiError('AccessDenied', 'WorksheetProtection.unprotect');
      },
    };
  }

  #notice(event: BookEvent): void {
    this.#references.follow(event);
    if (event.type === 'stateChanged' && this.#host.book.cellEdit === undefined) {
      for (const go of this.#waiting.splice(0)) go();
    }
    const isOwn = event.source === 'api' && this.#isExecuting;
    const told = this.#host.faults.dropEvents ? undefined : hostEvent(event, isOwn);
    if (told === undefined) return;
    const message = JSON.stringify(told.message);
    for (const targetId of told.targets) {
      if (this.#subscriptions.has(told.eventType, targetId)) {
        this.#pendingEvents.push({ eventType: told.eventType, targetId, message });
      }
    }
    if (this.#pendingEvents.length > 0)
      afterwards(() => {
        this.#sendEvents();
      });
  }

  #sendEvents(): void {
    const entries = this.#pendingEvents.splice(0);
    if (entries.length > 0) this.#sink?.(entries);
  }
}

// Taken before a test can replace it: a clock that stands still must not hold Excel up.
const { setTimeout: startTimer } = globalThis;

/** Runs an action when everything that is going on is over, so that events follow the answer to what caused them. */
export function afterwards(action: () => void): void {
  startTimer(action, 0);
}

const nothing: Omit<RequestEntry, 'number' | 'purpose' | 'bytesIn' | 'error'> = {
  bytesOut: 0,
  reads: [],
  writes: [],
  protectionCalls: [],
};

function purposeOf({ Actions, ObjectPaths }: RequestBody): RequestPurpose {
  const paths = Object.values(ObjectPaths);
  if (paths.some(({ ObjectPathType }) => ObjectPathType === objectPathTypes.service)) return 'service';
  const calls = Actions.filter(({ ActionType }) => ActionType !== actionTypes.instantiate);
  return calls.length > 0 && calls.every(({ Name }) => Name === '_RemoveReference') ? 'cleanup' : 'sync';
}
