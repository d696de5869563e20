import { randomUUID } from 'node:crypto';
import type { Contract, InputOf, OutputOf } from '@shared/contracts/contract';
import { orgsWhere } from '@shared/domain/role';
import { isRefusalCode, REFUSALS, type RefusalCode } from '@shared/kernel/refusals';
import { type Result, refuse } from '@shared/kernel/result';
import { type Caller, wxCaller } from '../adapters/wx/wx-identity';
import { type Actor, type Context, NOBODY, type OfficialUseCase, type UseCase } from '../ports/context';
import { seenRatings } from '../ports/seen-ratings';
import { audited } from './audited';
import { personContext, systemContext } from './context';
import { type Bug, bugOf, log } from './log';

type Answer = Result<unknown, RefusalCode>;
type Handler = {
  readonly contract: Contract;
  readonly run: (input: unknown, context: Context) => Promise<Answer>;
};

/** Ties a contract to what it does. */
export const handle = <N extends string, I, O>(
  contract: Contract<N, I, O>,
  run: UseCase<Contract<N, I, O>>,
): Handler => ({
  contract: contract as Contract,
  run: (input, context) =>
    run(input as InputOf<Contract<N, I, O>>, context) as Promise<Result<OutputOf<Contract<N, I, O>>, RefusalCode>>,
});

/** The same for an action of officials: of ratings it gets only what the caller may see, already projected. */
export const handleOfficial = <N extends string, I, O>(
  contract: Contract<N, I, O>,
  run: OfficialUseCase<Contract<N, I, O>>,
): Handler =>
  handle(contract, (input, { ratings, ...context }) =>
    run(input, { ...context, ratings: seenRatings(ratings, context.actor.staff) }),
  );

/** Fields that WeChat itself may add to a call's event; we never read them. */
const ENVELOPE = new Set(['action', 'input', 'userInfo', 'tcbContext']);

type Request = { readonly action: string; readonly input: unknown };

const readRequest = (event: unknown): Result<Request, 'request.malformed'> => {
  if (typeof event !== 'object' || event === null || Array.isArray(event)) return refuse('request.malformed');
  const { action, input } = event as { action?: unknown; input?: unknown };
  const known = Object.keys(event).every((field) => ENVELOPE.has(field));
  return known && typeof action === 'string' ? { ok: true, value: { action, input } } : refuse('request.malformed');
};

/** The first thing wrong with the input, by the code that its check names. */
const parseInput = (contract: Contract, input: unknown): Answer => {
  const parsed = contract.input.safeParse(input);
  if (parsed.success) return { ok: true, value: parsed.data };
  const codes = parsed.error.issues.map((issue) => issue.message).filter(isRefusalCode);
  return refuse(codes[0] ?? 'request.malformed');
};

/** Who calls: the context they act in, or why nobody knows. */
const identify = async (
  contract: Contract,
  caller: Caller,
  servesStaff: boolean,
): Promise<Result<Context, RefusalCode>> => {
  if (contract.permission === 'system') {
    if (caller.from !== 'function') return refuse('request.forbidden');
    return { ok: true, value: { ...systemContext(), actor: NOBODY } };
  }
  if (!caller.openid) return refuse('request.notSignedIn');
  return { ok: true, value: await personContext({ ...caller, openid: caller.openid }, servesStaff) };
};

const mayCall = ({ permission }: Contract, { staff }: Actor): boolean =>
  permission === 'anyone' || permission === 'system' || (staff !== null && orgsWhere(staff, permission).length > 0);

const answer = async (handler: Handler, request: Request, caller: Caller, servesStaff: boolean): Promise<Answer> => {
  const { contract, run } = handler;
  const known = await identify(contract, caller, servesStaff);
  if (!known.ok) return known;
  const { actor } = known.value;
  const isAllowed = mayCall(contract, actor);
  // Not audited: anybody could fill the log by knocking at an officials' action.
  if (!isAllowed && !actor.staff) return refuse('request.forbidden');
  const input = parseInput(contract, request.input);
  const decide = async (): Promise<Answer> => {
    if (!isAllowed) return refuse('request.forbidden');
    if (!input.ok) return input;
    const result = await run(input.value, known.value);
    return result.ok ? { ok: true, value: contract.output.parse(result.value) } : result;
  };
  return contract.audits ? audited(contract, input, known.value, decide) : decide();
};

/** Nobody's slip: somebody has touched what was sealed, or a key is missing. Whoever watches the errors sees it. */
const isAlarm = (outcome: string): boolean => outcome.startsWith('vault.');

export type DoorOptions = {
  readonly door: string;
  /** Whether callers are looked up among the staff: one more read per call. */
  readonly servesStaff: boolean;
};

/** The one way in: who, may they, parse, run, answer; what throws is caught here, once. */
export const serve = ({ door, servesStaff }: DoorOptions, handlers: readonly Handler[]) => {
  const byName = new Map(handlers.map((handler) => [handler.contract.name, handler]));
  return async (event: unknown, context?: { request_id?: string }): Promise<unknown> => {
    const started = performance.now();
    const requestId = context?.request_id ?? randomUUID();
    const request = readRequest(event);
    const handler = request.ok ? byName.get(request.value.action) : undefined;
    let bug: Bug | undefined;
    let result: Answer;
    try {
      if (!request.ok) result = request;
      else if (!handler) result = refuse('request.unknownAction');
      else result = await answer(handler, request.value, wxCaller(), servesStaff);
    } catch (error) {
      bug = bugOf(error);
      result = refuse('system.failed');
    }
    const ms = Math.round(performance.now() - started);
    const outcome = result.ok ? 'ok' : result.code;
    log({
      level: bug || isAlarm(outcome) ? 'error' : 'info',
      requestId,
      door,
      action: handler?.contract.name ?? '',
      outcome,
      ms,
      ...(bug && { bug }),
    });
    return result.ok ? { ...result, requestId } : { ...result, message: REFUSALS[result.code], requestId };
  };
};
