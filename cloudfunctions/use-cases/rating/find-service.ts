import type { submitRating } from '@shared/contracts/citizen';
import type { InputOf } from '@shared/contracts/contract';
import type { ServiceWindow } from '@shared/domain/organization';
import { isCaseMatched, type Verification } from '@shared/domain/rating-file';
import { caseNoOf, type Service, type ServiceCase } from '@shared/domain/service-case';
import { readWindowCode } from '@shared/domain/window-code';
import type { RefusalCode } from '@shared/kernel/refusals';
import { ok, type Result, refuse } from '@shared/kernel/result';
import type { Context } from '../../ports/context';
import type { Rater } from '../identity/rater';
import { checkCode } from '../window/check-code';
import { caseTyped, isReceiptCode } from './typed-case';

/** What is being rated. */
export type RatedService = {
  /**
   * The id of its rating: the service itself, for whoever is proven to have been served; else one per rater, so that a
   * number that somebody overheard takes nobody's rating from him, and tells nobody whether he has rated.
   */
  readonly ratingId: string;
  readonly window: ServiceWindow;
  /** Undefined for a walk-in without a case. */
  readonly service: (Service & { readonly caseNo: string; readonly itemCode: string }) | undefined;
  readonly verification: Verification;
};

type Input = InputOf<typeof submitRating>;
type Scanned = () => Promise<Result<ServiceWindow, RefusalCode>>;

const ofCase = (found: ServiceCase, service: Service) => ({
  ...service,
  caseNo: found._id,
  itemCode: found.itemCode,
});

const isApplicant = ({ applicantRefs }: ServiceCase, { caseRefs }: Rater): boolean =>
  caseRefs.some((ref) => applicantRefs.includes(ref));

const resolveWindow = async (windowId: string, context: Context): Promise<Result<ServiceWindow, RefusalCode>> => {
  const window = await context.directory.window(windowId);
  return window ? ok(window) : refuse('window.unknown');
};

/** 从我的待评价进入: only the applicant's own services. */
const ownService = async (
  serviceKey: string,
  rater: Rater,
  context: Context,
): Promise<Result<RatedService, RefusalCode>> => {
  const found = await context.cases.find(caseNoOf(serviceKey));
  const service = found?.services.find((one) => one.key === serviceKey);
  if (!found || !service || !isApplicant(found, rater)) return refuse('service.notYours');
  if (found.ratableFrom > context.now) return refuse('service.notYetRatable');
  const window = await resolveWindow(service.windowId, context);
  if (!window.ok) return window;
  const rated = { window: window.value, service: ofCase(found, service), verification: 'applicant' } as const;
  return ok({ ratingId: service.key, ...rated });
};

/** How far this case is his: his own, by the code on its receipt, or by its number alone. */
const verify = async (
  found: ServiceCase,
  receiptCode: string | undefined,
  rater: Rater,
  context: Context,
): Promise<Result<Verification, RefusalCode>> => {
  if (isApplicant(found, rater)) return ok('applicant');
  if (receiptCode === undefined) return ok('caseNumber');
  const matches = await isReceiptCode(found, receiptCode, context);
  if (!matches.ok) return matches;
  return matches.value ? ok('receiptCode') : refuse('service.receiptCodeWrong');
};

/** The id of this rater's rating of a service whose number is all that he has. */
export const numberOnlyId = (
  serviceKey: string,
  { ref }: Pick<Rater, 'ref'>,
  { digests }: Pick<Context, 'digests'>,
): string => digests.walkInId(ref, serviceKey, 'by its number');

/** 扫窗口码并填写办件编号: the last service of that case at this window. */
const caseAtWindow = async (
  { caseNo = '', receiptCode }: Pick<Input, 'caseNo' | 'receiptCode'>,
  scanned: Scanned,
  rater: Rater,
  context: Context,
): Promise<Result<RatedService, RefusalCode>> => {
  const [window, found] = await Promise.all([scanned(), caseTyped(caseNo, context)]);
  if (!window.ok) return window;
  if (!found.ok) return found;
  const service = found.value.services.filter((one) => one.windowId === window.value._id).at(-1);
  if (!service) return refuse('service.notHere');
  if (found.value.ratableFrom > context.now) return refuse('service.notYetRatable');
  const verification = await verify(found.value, receiptCode, rater, context);
  if (!verification.ok) return verification;
  const ratingId = isCaseMatched(verification.value) ? service.key : numberOnlyId(service.key, rater, context);
  const rated = { window: window.value, service: ofCase(found.value, service), verification: verification.value };
  return ok({ ratingId, ...rated });
};

/** Which service is meant. The rater never says whom he rates: the code or the case does. */
export const findService = async (
  input: Input,
  rater: Rater,
  context: Context,
): Promise<Result<RatedService, RefusalCode>> => {
  if (input.serviceKey !== undefined) return ownService(input.serviceKey, rater, context);
  const code = readWindowCode(input.scene ?? '', context.digests.windowCode);
  if (!code.ok) return code;
  const { windowId } = code.value;
  const scanned: Scanned = async () => {
    const window = await resolveWindow(windowId, context);
    return window.ok ? checkCode(code.value, window.value) : window;
  };
  if (input.caseNo !== undefined) return caseAtWindow(input, scanned, rater, context);
  const window = await scanned();
  if (!window.ok) return window;
  const ratingId = context.digests.walkInId(rater.ref, windowId, input.idempotencyKey);
  return ok({ ratingId, window: window.value, service: undefined, verification: 'wechat' });
};
