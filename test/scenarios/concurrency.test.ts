import type { RatingFile } from '@shared/domain/rating-file';
import { aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import { atATime, type HttpClient, overHttp, type Submission } from '../support/over-http';

let cloud: TestCloud;
let http: HttpClient;
beforeEach(async () => {
  cloud = await aLocalCloud({ instances: 4 });
  http = overHttp(cloud.url, 50);
});
afterEach(async () => {
  http.close();
  await cloud.close();
});

const ratings = () => cloud.cloud.database.find('ratings', {}) as RatingFile[];
const bad = { level: 'dissatisfied', tags: ['213'] };

it('50 equal submits at the same moment make 1 rating and give 50 equal receipts', async () => {
  const one: Submission = {
    openid: 'impatient',
    scene: cloud.sign('tq02').scene,
    ...bad,
    idempotencyKey: 'tapped-fifty-times',
  };
  const answers = await Promise.all(Array.from({ length: 50 }, () => http.submit(one)));

  const receipts = new Set(answers.map(({ ok, value }) => JSON.stringify({ ok, value })));
  expect([...receipts]).toHaveLength(1);
  expect(answers[0]).toMatchObject({ ok: true });
  expect(ratings()).toHaveLength(1);
});

it('200 different submits, 20 at a time, make 200 ratings, and each bad one exactly one ticket', async () => {
  const signs = ['tq01', 'tq02', 'tq10001', 'cz01'].map((id) => cloud.windows.find((sign) => sign.id === id));
  const scenes = signs.flatMap((sign) => sign?.scene ?? []);
  const submissions = Array.from({ length: 200 }, (_, i): Submission => {
    const openid = `rater-${i}`;
    const scene = scenes[i % scenes.length] ?? '';
    return { openid, scene, ...(i % 2 === 0 ? bad : { level: 'satisfied' }), idempotencyKey: `submission-${i}` };
  });
  const inChaozhou = submissions.filter((_, i) => i % signs.length === signs.length - 1);
  await atATime(20, inChaozhou, ({ openid }) => cloud.provePhone(openid));
  const answers = await atATime(20, submissions, http.submit);

  expect(answers.filter(({ ok }) => !ok)).toEqual([]);
  expect(new Set(answers.map(({ value }) => value.ratingId)).size).toBe(200);
  expect(new Set(answers.map(({ value }) => value.receiptNo)).size).toBe(200);
  const files = ratings();
  expect(files).toHaveLength(200);
  const tickets = files.flatMap(({ level, ticket }) => (level === 'dissatisfied' ? [ticket?.ticketNo] : []));
  expect(new Set(tickets).size).toBe(100);
  expect(tickets).not.toContain(undefined);
  expect(files.filter(({ level, ticket }) => level === 'satisfied' && ticket !== null)).toEqual([]);
  expect((await cloud.cloud.check()).problems).toEqual([]);
});

it('20 drafts for one service at the same moment: one is kept, the others read that it is rated', async () => {
  const services = await cloud.citizen(cloud.personas.citizen, 'rating.mine', {});
  const serviceKey: string = services.value.waiting[0].key;
  const tries = Array.from({ length: 20 }, (_, i) => ({
    serviceKey,
    level: 'satisfied',
    idempotencyKey: `try-no-${i}`,
  }));
  const answers = await Promise.all(
    tries.map((input) => http.call('citizen', cloud.personas.citizen, 'rating.submit', input)),
  );

  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(new Set(answers.flatMap(({ code }) => code ?? []))).toEqual(new Set(['rating.alreadyRated']));
  expect(ratings()).toHaveLength(1);
});

describe('an accident in the middle of a submit', () => {
  const one = (): Submission => ({
    ...{ openid: 'unlucky', scene: cloud.sign('tq02').scene, ...bad },
    idempotencyKey: 'one-draft-one-key',
  });

  it('the answer is lost after the write: the retry gets the receipt of what was kept', async () => {
    cloud.cloud.faults.next('dropAnswer', 'citizen');
    await expect(http.submit(one())).rejects.toThrow();
    const [kept, ...others] = ratings();
    expect(others).toEqual([]);

    expect(await http.submit(one())).toMatchObject({ ok: true, value: { ratingId: kept?._id } });
    expect(ratings()).toEqual([kept]);
  });

  it('the instance dies: the caller is told, and the retry makes one rating with one ticket', async () => {
    for (const _ of ['cold', 'warm', 'warm']) {
      cloud.cloud.faults.next('killInstance', 'citizen');
      expect(await http.submit(one())).toMatchObject({ ok: false, code: 'gateway.crashed' });
    }
    expect(await http.submit(one())).toMatchObject({ ok: true });
    expect(ratings()).toMatchObject([{ level: 'dissatisfied', ticket: { state: 'awaitingAcceptance' } }]);
  });

  it('the instance dies among others: only its own caller is told', async () => {
    const submissions = Array.from({ length: 12 }, (_, i) => ({
      ...one(),
      openid: `rater-${i}`,
      idempotencyKey: `submission-${i}`,
    }));
    cloud.cloud.faults.next('killInstance', 'citizen');
    const answers = await atATime(4, submissions, http.submit);
    expect(answers.filter(({ ok }) => !ok)).toMatchObject([{ code: 'gateway.crashed' }]);

    const again = await atATime(4, submissions, http.submit);
    expect(again.filter(({ ok }) => !ok)).toEqual([]);
    expect(ratings()).toHaveLength(12);
  });
});
