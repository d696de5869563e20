import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { RatingFile } from '@shared/domain/rating-file';
import { aLocalCloud } from '../support/a-local-cloud';
import { atATime, overHttp, type Submission } from '../support/over-http';
import { type CloudProcess, startCloudProcess } from './cloud-process';

const ROUNDS = 10;
const AT_A_TIME = 8;
const PATIENCE_MS = 15_000;

/** What a phone knows: the receipts that it holds, and the drafts that it sent without hearing of them again. */
type Phones = { readonly receipts: Map<string, unknown>; readonly sent: Map<string, Submission> };

const submissionOf = (round: number, n: number, scenes: readonly string[]): Submission => ({
  openid: `rater-${round}-${n}`,
  scene: scenes[n % scenes.length] ?? '',
  ...(n % 2 === 0 ? { level: 'dissatisfied', tags: ['213'] } : { level: 'satisfied' }),
  idempotencyKey: `round-${round}-draft-${n}`,
});

/** Submits until the cloud is dead. */
const submitUntilDead = async (cloud: CloudProcess, round: number, { receipts, sent }: Phones) => {
  const http = overHttp(cloud.url, AT_A_TIME);
  let next = 0;
  let isAlive = true;
  const work = async () => {
    while (isAlive) {
      const submission = submissionOf(round, next++, cloud.scenes);
      sent.set(submission.idempotencyKey, submission);
      const answer = await http.submit(submission).catch(() => undefined);
      if (answer?.ok) receipts.set(submission.idempotencyKey, answer.value);
      else isAlive = false;
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  http.close();
};

/** Waits for work done, not for time: a busy machine is killed in full swing too. */
const untilHeld = async ({ receipts }: Phones, wanted: number) => {
  const givenUp = performance.now() + PATIENCE_MS;
  do await setTimeout(100);
  while (receipts.size < wanted && performance.now() < givenUp);
};

/** Every phone tries its last drafts again: one it has a receipt for must get the same, one it has none for must get one. */
const retryAll = async (cloud: CloudProcess, round: number, { receipts, sent }: Phones) => {
  const http = overHttp(cloud.url, AT_A_TIME);
  const lastRound = [...sent.values()].filter(({ idempotencyKey }) => idempotencyKey.startsWith(`round-${round}-`));
  await atATime(AT_A_TIME, lastRound, async (submission) => {
    const answer = await http.submit(submission);
    const held = receipts.get(submission.idempotencyKey) ?? answer.value;
    expect(answer).toMatchObject({ ok: true, value: held });
    receipts.set(submission.idempotencyKey, answer.value);
  });
  http.close();
};

describe('kill -9 of the whole cloud under submits', () => {
  let dataDir: string;
  beforeAll(async () => {
    dataDir = await mkdtemp(path.join(tmpdir(), 'haochaping-kill-'));
  });
  afterAll(() => rm(dataDir, { recursive: true, force: true }));

  it(`${ROUNDS} times: every acknowledged rating is there, none twice, indexes and documents agree`, async () => {
    const phones: Phones = { receipts: new Map(), sent: new Map() };
    for (let round = 0; round < ROUNDS; round++) {
      const cloud = await startCloudProcess(dataDir);
      await retryAll(cloud, round - 1, phones);
      const submitting = submitUntilDead(cloud, round, phones);
      // The first dies while its functions are still starting, the others in full swing.
      await untilHeld(phones, phones.receipts.size + 10 * round);
      await cloud.kill();
      await submitting;
    }
    const acknowledged = [...phones.receipts.keys()];
    expect(acknowledged.length).toBeGreaterThan(ROUNDS * AT_A_TIME);

    const after = await aLocalCloud({ dataDir });
    const kept = (after.cloud.database.find('ratings', {}) as RatingFile[]).map(({ idempotencyKey }) => idempotencyKey);
    const { documents, problems } = await after.cloud.check();
    await after.close();
    expect(problems).toEqual([]);
    expect(documents).toBeGreaterThan(kept.length);
    expect(new Set(kept).size).toBe(kept.length);
    expect(acknowledged.filter((key) => !kept.includes(key))).toEqual([]);
    expect(kept.filter((key) => !phones.sent.has(key))).toEqual([]);
  }, 180_000);
});
