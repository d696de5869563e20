import { aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import { type AppealStory, anAppealStory, DAYS } from '../support/an-appeal-story';
import { PERSONAS } from '../support/small-world';

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
const ROUNDS = 6;
const PROPOSE = { move: 'proposeDenial', isExplanation: false, words: '录像与评价相符' };
const DISAGREE = { move: 'disagree', words: '还要看排班表' };

let cloud: TestCloud;
let story: AppealStory;
beforeAll(async () => {
  cloud = await aLocalCloud();
  story = anAppealStory(cloud, CAST);
}, 60_000);
afterAll(() => cloud.close());

/** Two people of the bureau above move it back and forth until that is done. */
const reviewUntil = async (isDone: () => boolean, ratingId: string) => {
  const then = story.on(DAYS.objected);
  const work = async (who: string) => {
    while (!isDone()) {
      await then.move(who, ratingId, PROPOSE);
      await then.move(who, ratingId, DISAGREE);
    }
  };
  await Promise.all([CAST.upper, CAST.upperSecond, CAST.upper, CAST.upperSecond].map(work));
};

it('评价人删除自己的信息，复核的人同时在办：他的异议一个字也不留下', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const complaint = await story.filed();
    await story.grant(complaint.ratingId);
    const then = story.on(DAYS.objected);
    const words = `异议的话第${round}次`;
    expect(await then.object(complaint, words)).toMatchObject({ ok: true });
    let isErased = false;
    const erase = then.call('citizen', complaint.openid, 'data.erase', {}).finally(() => {
      isErased = true;
    });
    await reviewUntil(() => isErased, complaint.ratingId);
    expect(await erase).toMatchObject({ ok: true });
    expect(JSON.stringify(story.fileOf(complaint.ratingId))).not.toContain(words);
  }
}, 60_000);
