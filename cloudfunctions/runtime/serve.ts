import { randomUUID } from 'node:crypto';
import type { Contract, InputOf, OutputOf } from '@shared/contracts/contract';
import { orgsWhere } from '@shared/domain/role';
import { isRefusalCode, REFUSALS, type RefusalCode } from '@shared/kernel/refusals';
import { type Result, refuse } from '@shared/kernel/result';
import { type Caller, wxCaller } from '../adapters/wx/wx-identity';
import type { Context, UseCase } from '../ports/context';
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

/** Who calls and may they: the context they act in, or the refusal. */
const admit = async (
  contract: Contract,
  caller: Caller,
  servesStaff: boolean,
): Promise<Result<Context, RefusalCode>> => {
  if (contract.permission === 'system') {
    if (caller.from !== 'function') return refuse('request.forbidden');
    return { ok: true, value: { ...systemContext(), actor: { ref: '', staff: null } } };
  }
  if (!caller.openid) return refuse('request.notSignedIn');
  const context = await personContext(caller.openid, servesStaff);
  if (contract.permission === 'anyone') return { ok: true, value: context };
  const { staff } = context.actor;
  return staff && orgsWhere(staff, contract.permission).length > 0
    ? { ok: true, value: context }
    : refuse('request.forbidden');
};

const answer = async (handler: Handler, request: Request, caller: Caller, servesStaff: boolean): Promise<Answer> => {
  const admitted = await admit(handler.contract, caller, servesStaff);
  if (!admitted.ok) return admitted;
  const input = parseInput(handler.contract, request.input);
  if (!input.ok) return input;
  const result = await handler.run(input.value, admitted.value);
  return result.ok ? { ok: true, value: handler.contract.output.parse(result.value) } : result;
};

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
      level: bug ? 'error' : 'info',
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
