import type { Appeal } from '@shared/domain/appeal';
import { aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import { anAppealStory, type ToldComplaint } from '../support/a-told-rating';

describe('what a clerk is offered to do with his appeal', () => {
  let cloud: TestCloud;
  let story: ReturnType<typeof anAppealStory>;
  beforeAll(async () => {
    cloud = await aLocalCloud();
    story = anAppealStory(cloud);
  });
  afterAll(() => cloud?.close());

  const movesOf = async ({ ticketNo }: ToldComplaint) =>
    (await cloud.staff(cloud.personas.taiqianClerk, 'appeal.showMine', { ticketNo })).value.appeal.moves;
  const change = async (ratingId: string, changes: (appeal: Appeal) => Partial<Appeal>) => {
    const file = story.fileOf(ratingId);
    const appeal = story.appealOf(ratingId);
    await cloud.cloud.database.replace('ratings', { ...file, appeal: { ...appeal, ...changes(appeal) } });
  };

  it('denied: to appeal once more, until that time has passed or he has used it up', async () => {
    const told = await story.told();
    await story.file(told);
    await story.deny(told.ratingId);
    expect(await movesOf(told)).toEqual(['renew']);
    await change(told.ratingId, () => ({ renewals: 1 }));
    expect(await movesOf(told)).toEqual([]);
    await change(told.ratingId, ({ answerBy }) => ({
      ...{ renewals: 0, answerBy: answerBy && { ...answerBy, dueAt: Date.now() - 1 } },
    }));
    expect(await movesOf(told)).toEqual([]);
  });
});
