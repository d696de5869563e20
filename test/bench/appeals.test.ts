import type { RatingFile } from '@shared/domain/rating-file';
import { aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import { type AppealStory, anAppealStory, DAYS } from '../support/an-appeal-story';
import { PERSONAS } from '../support/small-world';

/** The door looks up who asks (1 read) and writes the line of the audit log (1 write); names and the log's end are remembered. */
const DOOR = { reads: 1, writes: 1 };
const CAST = {
  windowId: 'tq02',
  clerk: PERSONAS.taiqianClerk,
  liaison: PERSONAS.taiqianUnitLiaison,
  reviewer: PERSONAS.taiqianSupervisor,
  second: PERSONAS.taiqianSecondSupervisor,
  upper: PERSONAS.puyangSupervisor,
  upperSecond: PERSONAS.puyangSecondSupervisor,
  asksProof: false,
} as const;

describe('1,000 appeals at one bureau', () => {
  let cloud: TestCloud;
  let story: AppealStory;
  let ratingId: string;
  beforeAll(async () => {
    cloud = await aLocalCloud({ instances: 1 });
    story = anAppealStory(cloud, CAST);
    ({ ratingId } = await story.endorsed());
    const one = story.fileOf(ratingId);
    const many = Array.from(
      { length: 1000 },
      (_, n): RatingFile => ({ ...one, _id: `many-${n}`, idempotencyKey: `many-${n}` }),
    );
    await cloud.cloud.database.insertMany('ratings', many);
  });
  afterAll(() => cloud.close());

  const then = () => story.on(DAYS.reviewed);
  /** What it costs a warm instance, without the door. */
  const costs = async (ask: () => Promise<{ ok: boolean }>, isRepeatable = true) => {
    if (isRepeatable) await ask();
    cloud.counters.reset();
    expect(await ask()).toMatchObject({ ok: true });
    const { reads, writes, scans } = cloud.counters.read();
    return { reads: reads - DOOR.reads, writes: writes - DOOR.writes, scans };
  };

  it.each(['todo', 'open', 'done'])('the list under %s is the page and two counts, at once', async (filter) => {
    const list = () => then().ask(CAST.reviewer, 'appeal.list', { filter });
    expect(await costs(list)).toEqual({ reads: 3, writes: 0, scans: 0 });
  });

  it('a further page costs the same', async () => {
    const { value } = await then().ask(CAST.reviewer, 'appeal.list', { filter: 'todo' });
    expect(value.items).toHaveLength(20);
    const further = () => then().ask(CAST.reviewer, 'appeal.list', { filter: 'todo', cursor: value.next });
    expect(await costs(further)).toEqual({ reads: 3, writes: 0, scans: 0 });
  });

  it('the page of one is its file and what stands around it (2, at once)', async () => {
    const show = () => then().ask(CAST.reviewer, 'appeal.show', { ratingId });
    expect(await costs(show)).toEqual({ reads: 3, writes: 0, scans: 0 });
  });

  it('a move is one conditional write', async () => {
    const propose = { move: 'proposeGrant', reason: 'wrongTarget', words: '录像不符' };
    const { writes, scans } = await costs(() => then().move(CAST.reviewer, ratingId, propose), false);
    expect({ writes, scans }).toEqual({ writes: 1, scans: 0 });
  });

  it('setting it aside, with the ticket that it stops, is one conditional write too', async () => {
    const { writes, scans } = await costs(() => then().move(CAST.second, ratingId, { move: 'confirmGrant' }), false);
    expect({ writes, scans }).toEqual({ writes: 1, scans: 0 });
  });

  it('对我的差评 is one read, and one of the figures', async () => {
    const mine = () => then().mine();
    expect(await costs(mine)).toEqual({ reads: 2, writes: 0, scans: 0 });
  });
});
