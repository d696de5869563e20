import type { RatingFile } from '@shared/domain/rating-file';
import { type Answer, aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import { atATime, type HttpClient, overHttp, type Submission } from '../support/over-http';
import type { Accident } from './accidents';

export type StormFigures = {
  readonly name: string;
  /** Ratings that people wanted to give. */
  readonly operations: number;
  /** Requests that it took them. */
  readonly tries: number;
  readonly injected: number;
  readonly acknowledged: number;
  /** Acknowledged, and not there or under another receipt when asked again. */
  readonly lost: number;
  /** Ratings and tickets beyond one for each, and tries that were given another receipt than the first. */
  readonly doubled: number;
};

export type Storm = { readonly operations: number; readonly seed: number };

const AT_A_TIME = 8;
/** After so many the person would have given up: the rating is then not acknowledged. */
const MOST_TRIES = 60;

/** What a phone holds: all receipts that it was ever given for its one draft. */
type Phone = { readonly submission: Submission; tries: number; readonly receipts: Answer['value'][] };

/** Many people rate while this happens to the cloud; each phone tries again, with its one key, until it has a receipt. */
export const rateUnder = async ({ name, faults }: Accident, { operations, seed }: Storm): Promise<StormFigures> => {
  const cloud = await aLocalCloud();
  const http = overHttp(cloud.url, AT_A_TIME);
  try {
    const phones = submissions(cloud, operations).map((submission): Phone => ({ submission, tries: 0, receipts: [] }));
    for (const [i, fault] of faults.entries()) cloud.cloud.faults.plan({ ...fault, seed: seed + i });
    await atATime(AT_A_TIME, phones, (phone) => tryUntilAcknowledged(http, phone));
    cloud.cloud.faults.clear();
    const acknowledged = phones.filter(({ receipts }) => receipts.length > 0);
    await atATime(AT_A_TIME, acknowledged, (phone) => tryOnce(http, phone));
    const { problems } = await cloud.cloud.check();
    if (problems.length > 0) throw new Error(`documents and indexes do not agree: ${problems.join('; ')}`);
    return { name, operations, ...figuresOf(cloud, phones, acknowledged) };
  } finally {
    http.close();
    await cloud.close();
  }
};

/** Of different people at the windows of a place that takes whoever comes; every other one is bad, and most say something. */
const submissions = (cloud: TestCloud, operations: number): Submission[] => {
  const scenes = cloud.windows.filter(({ id }) => id.startsWith('tq')).map(({ scene }) => scene);
  return Array.from({ length: operations }, (_, i) => ({
    openid: `rater-${i}`,
    scene: scenes[i % scenes.length] ?? '',
    ...(i % 2 === 0 ? { level: 'dissatisfied', tags: ['213'] } : { level: 'satisfied' }),
    ...(i % 3 !== 0 && { comment: `第 ${i} 位的评价` }),
    idempotencyKey: `storm-draft-${i}`,
  }));
};

const tryUntilAcknowledged = async (http: HttpClient, phone: Phone): Promise<void> => {
  while (phone.receipts.length === 0 && phone.tries < MOST_TRIES) await tryOnce(http, phone);
};

const tryOnce = async (http: HttpClient, phone: Phone): Promise<void> => {
  phone.tries += 1;
  const answer = await http.submit(phone.submission).catch(() => undefined);
  if (answer?.ok) phone.receipts.push(answer.value);
};

const figuresOf = (cloud: TestCloud, phones: readonly Phone[], acknowledged: readonly Phone[]) => {
  const files = cloud.cloud.database.find('ratings', {}) as RatingFile[];
  const byKey = new Map(files.map((file) => [file.idempotencyKey, file]));
  const isLost = ({ submission, receipts }: Phone) => {
    const kept = byKey.get(submission.idempotencyKey);
    return kept?._id !== receipts[0].ratingId || kept?.level !== submission.level || receipts.length < 2;
  };
  const injected = Object.values(cloud.cloud.faults.injected()).reduce((sum, count) => sum + count, 0);
  return {
    tries: phones.reduce((sum, { tries }) => sum + tries, 0),
    injected,
    acknowledged: acknowledged.length,
    lost: acknowledged.filter(isLost).length,
    doubled: files.length - byKey.size + excessTickets(files) + otherReceipts(acknowledged),
  };
};

/** A bad rating has just one ticket, under a number of its own; any other has none. */
const excessTickets = (files: readonly RatingFile[]): number => {
  const numbers = files.flatMap(({ ticket }) => (ticket ? [ticket.ticketNo] : []));
  const isWrong = ({ level, ticket }: RatingFile) => (level === 'dissatisfied') !== (ticket !== null);
  return numbers.length - new Set(numbers).size + files.filter(isWrong).length;
};

const otherReceipts = (phones: readonly Phone[]): number =>
  phones.filter(({ receipts }) => new Set(receipts.map(({ ratingId }) => ratingId)).size > 1).length;
