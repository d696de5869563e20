import type { RatingFile } from '@shared/domain/rating-file';
import { REFUSALS } from '@shared/kernel/refusals';
import { PNG } from 'pngjs';
import { type Answer, aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import { aRating } from '../support/a-rating';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await aLocalCloud();
});
afterAll(() => cloud.close());

const aBadRating = (difference: object = {}) => aRating(cloud, { level: 'dissatisfied', tags: ['213'], ...difference });
const submit = (difference?: object, openid = 'rater') =>
  cloud.citizen(openid, 'rating.submit', aBadRating(difference));
const raw = (event: unknown) => cloud.call('citizen', event, 'rater');

const isClear = (answer: Answer) => {
  expect(answer).toMatchObject({ ok: false, message: expect.stringMatching(/^[\u4e00-\u9fff].*。$/u) });
  expect(JSON.stringify(answer)).not.toMatch(/\bat |\.ts|\.js|Error|node_modules/);
};

describe('不好的输入', () => {
  it.each([
    ['没有的等级', { level: 'superb' }, 'rating.levelInvalid'],
    ['等级是数字', { level: 5 }, 'rating.levelInvalid'],
    ['没有等级', { level: undefined }, 'rating.levelInvalid'],
    ['别的等级的标签', { tags: ['115'] }, 'rating.tagOfOtherLevel'],
    ['停用的标签', { tags: ['201'] }, 'rating.tagUnknown'],
    ['不是标签的东西', { tags: ['__proto__'] }, 'rating.tagUnknown'],
    ['501 个字', { comment: '差'.repeat(501) }, 'rating.commentTooLong'],
    ['一万多个字', { comment: '差'.repeat(10_001) }, 'rating.commentTooLong'],
    ['不是文字的原因', { comment: { $gt: '' } }, 'request.malformed'],
    ['十张照片', { photos: Array(10).fill('x~y') }, 'photo.notYours'],
    ['别处来的照片', { photos: ['cloud://env/photos/1.jpg~forged'] }, 'photo.notYours'],
    ['多出来的字段', { openid: 'somebody-else' }, 'request.malformed'],
    ['没有幂等键', { idempotencyKey: undefined }, 'request.malformed'],
    ['空的幂等键', { idempotencyKey: '' }, 'request.malformed'],
    ['太长的幂等键', { idempotencyKey: 'k'.repeat(129) }, 'request.malformed'],
    ['看不见的幂等键', { idempotencyKey: '\u0000\u200b' }, 'request.malformed'],
  ])('%s', async (_what, difference, code) => {
    const answer = await submit(difference);
    expect(answer).toMatchObject({ ok: false, code });
    isClear(answer);
  });

  it('500 个字正好可以，表情按一个字算', async () => {
    expect(await submit({ comment: '😀'.repeat(500) }, 'long-writer')).toMatchObject({ ok: true });
  });

  it('HTML、表情、从右到左的文字照原样留下，NUL 和改变方向的字符不留', async () => {
    const comment = '<script>alert(1)</script> 😡 العربية\u202e倒\u0000';
    const receipt = await submit({ comment }, 'writer');
    const file = cloud.cloud.database.get('ratings', receipt.value.ratingId) as RatingFile;
    expect(file.comment).toBe('<script>alert(1)</script> 😡 العربية倒');
    const shown = await cloud.citizen('writer', 'rating.show', { ratingId: receipt.value.ratingId });
    expect(shown.value.comment).toBe(file.comment);
  });

  it.each([
    ['没有的功能', { action: 'rating.erase', input: {} }, 'request.unknownAction'],
    ['__proto__', { action: '__proto__', input: {} }, 'request.unknownAction'],
    ['constructor', { action: 'constructor', input: {} }, 'request.unknownAction'],
    ['没有 action', { input: {} }, 'request.malformed'],
    ['action 不是文字', { action: ['rating.mine'], input: {} }, 'request.malformed'],
    ['input 是数组', { action: 'rating.mine', input: [] }, 'request.malformed'],
    ['input 是空', { action: 'rating.mine', input: null }, 'request.malformed'],
    ['信封里冒充身份', { action: 'rating.mine', input: {}, openid: 'x' }, 'request.malformed'],
  ])('%s', async (_what, event, code) => {
    const answer = await raw(event);
    expect(answer).toMatchObject({ ok: false, code });
    isClear(answer);
  });

  it('没有微信身份不能评价', async () => {
    expect(await cloud.call('citizen', { action: 'rating.mine', input: {} })).toMatchObject({
      code: 'request.notSignedIn',
    });
  });

  it('2 MB 的内容、不是 JSON 的内容、数组：网关用中文说清楚', async () => {
    const post = async (body: string) => {
      const response = await fetch(`${cloud.url}/functions/citizen`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-wx-openid': 'rater' },
        body,
      });
      return (await response.json()) as Answer;
    };
    isClear(await post(JSON.stringify({ action: 'rating.submit', input: { comment: 'x'.repeat(2_000_000) } })));
    isClear(await post('{"action":'));
    isClear(await post('[]'));
    isClear(await post('"text"'));
  });

  it('每一句拒绝都是能照做的中文', () => {
    for (const sentence of Object.values(REFUSALS)) expect(sentence).toMatch(/^[\u4e00-\u9fff].*。$/u);
  });
});

describe('照片', () => {
  const aPhoto = () => PNG.sync.write(new PNG({ width: 4, height: 4 })).toString('base64');

  it('传上去、随评价提交、处理的人看得到；别人不能拿去用', async () => {
    const added = await cloud.citizen('photographer', 'photo.add', { data: aPhoto() });
    expect(await submit({ photos: [added.value.photo] }, 'thief')).toMatchObject({ code: 'photo.notYours' });
    const receipt = await submit({ photos: [added.value.photo] }, 'photographer');
    const shown = await cloud.staff(cloud.personas.taiqianUnitLiaison, 'ticket.show', {
      ratingId: receipt.value.ratingId,
    });
    expect(shown.value.photoUrls).toHaveLength(1);
    const response = await fetch(shown.value.photoUrls[0]);
    expect(response.headers.get('content-type')).toBe('image/png');
  });

  it('十张太多，九张可以', async () => {
    const added = await cloud.citizen('photographer', 'photo.add', { data: aPhoto() });
    const photos = Array(10).fill(added.value.photo);
    expect(await submit({ photos }, 'photographer')).toMatchObject({ code: 'rating.tooManyPhotos' });
    expect(await submit({ photos: photos.slice(1) }, 'photographer')).toMatchObject({ ok: true });
  });

  it('改名成 .jpg 的 PDF 不是照片；12 MB 的照片太大', async () => {
    const pdf = Buffer.from('%PDF-1.7 not a photo').toString('base64');
    expect(await cloud.citizen('photographer', 'photo.add', { data: pdf })).toMatchObject({ code: 'photo.invalid' });
    isClear(await cloud.citizen('photographer', 'photo.add', { data: Buffer.alloc(12_000_000).toString('base64') }));
  });
});
