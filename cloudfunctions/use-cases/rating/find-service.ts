import type { submitRating } from '@shared/contracts/citizen';
import type { InputOf } from '@shared/contracts/contract';
import type { ServiceWindow } from '@shared/domain/organization';
import type { Verification } from '@shared/domain/rating-file';
import { caseNoOf, type Service, type ServiceCase } from '@shared/domain/service-case';
import { readWindowCode } from '@shared/domain/window-code';
import type { RefusalCode } from '@shared/kernel/refusals';
import { ok, type Result, refuse } from '@shared/kernel/result';
import type { Context } from '../../ports/context';
import { checkCode } from '../window/check-code';

/** What is being rated: the id of its rating, known before anything else is checked, and how to learn the rest. */
export type Target = {
  readonly ratingId: string;
  readonly resolve: () => Promise<Result<RatedService, RefusalCode>>;
};

export type RatedService = {
  readonly window: ServiceWindow;
  /** Undefined for a walk-in without a case. */
  readonly service: (Service & { readonly caseNo: string; readonly itemCode: string }) | undefined;
  readonly verification: Verification;
};

type Input = InputOf<typeof submitRating>;

const ofCase = (found: ServiceCase, service: Service) => ({
  ...service,
  caseNo: found._id,
  itemCode: found.itemCode,
});

const resolveWindow = async (windowId: string, context: Context): Promise<Result<ServiceWindow, RefusalCode>> => {
  const window = await context.directory.window(windowId);
  return window ? ok(window) : refuse('window.unknown');
};

/** 从我的待评价进入: only the applicant's own services. */
const ownService = (serviceKey: string, context: Context): Target => ({
  ratingId: serviceKey,
  resolve: async () => {
    const found = await context.cases.find(caseNoOf(serviceKey));
    const service = found?.services.find((one) => one.key === serviceKey);
    if (!found || !service || !found.applicantRefs.includes(context.actor.ref)) return refuse('service.notYours');
    if (found.ratableFrom > context.now) return refuse('service.notYetRatable');
    const window = await resolveWindow(service.windowId, context);
    return window.ok
      ? ok({ window: window.value, service: ofCase(found, service), verification: 'applicant' })
      : window;
  },
});

/** As it was typed on a phone: full-width and lower-case letters mean the number on the slip. */
const caseTyped = async (caseNo: string, { cases }: Context): Promise<ServiceCase | undefined> => {
  const typed = caseNo.normalize('NFKC').trim();
  if (typed === '') return undefined;
  return (await cases.find(typed)) ?? (await cases.find(typed.toUpperCase()));
};

/** 扫窗口码并填写办件编号: the last service of that case at this window. */
const caseAtWindow = async (
  caseNo: string,
  scanned: () => Promise<Result<ServiceWindow, RefusalCode>>,
  context: Context,
): Promise<Result<Target, RefusalCode>> => {
  const [window, found] = await Promise.all([scanned(), caseTyped(caseNo, context)]);
  if (!window.ok) return window;
  if (!found) return refuse('service.unknown');
  const service = found.services.filter((one) => one.windowId === window.value._id).at(-1);
  if (!service) return refuse('service.notHere');
  const verification = found.applicantRefs.includes(context.actor.ref) ? 'applicant' : 'caseNumber';
  return ok({
    ratingId: service.key,
    resolve: async () =>
      found.ratableFrom > context.now
        ? refuse('service.notYetRatable')
        : ok({ window: window.value, service: ofCase(found, service), verification }),
  });
};

/** Which service is meant. The rater never says whom he rates: the code or the case does. */
export const findService = async (input: Input, context: Context): Promise<Result<Target, RefusalCode>> => {
  if (input.serviceKey !== undefined) return ok(ownService(input.serviceKey, context));
  const code = readWindowCode(input.scene ?? '', context.digests.windowCode);
  if (!code.ok) return code;
  const { windowId } = code.value;
  const scanned = async (): Promise<Result<ServiceWindow, RefusalCode>> => {
    const window = await resolveWindow(windowId, context);
    return window.ok ? checkCode(code.value, window.value) : window;
  };
  if (input.caseNo !== undefined) return caseAtWindow(input.caseNo, scanned, context);
  return ok({
    ratingId: context.digests.walkInId(context.actor.ref, windowId, input.idempotencyKey),
    resolve: async () => {
      const window = await scanned();
      return window.ok ? ok({ window: window.value, service: undefined, verification: 'wechat' }) : window;
    },
  });
};
