import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describePlan } from '../../cloudfunctions/deploy/describe-plan';
import { faultOfCron } from '../../cloudfunctions/deploy/manifest';
import { readSources } from '../../cloudfunctions/deploy/read-sources';
import { type IndexDefinition, SCHEMA } from '../../cloudfunctions/schema';
import { aDoor, aManifest, aTimer, planOf, problemsOf, sources } from './sources';

const ROOT = path.join(__dirname, '../..');
const collections: [string, readonly IndexDefinition[]][] = Object.entries(SCHEMA);
const doors = readdirSync(path.join(ROOT, 'cloudfunctions/functions'));

describe('the deployment plan', () => {
  it('names every collection of the schema with each of its indexes', () => {
    const text = describePlan('prod-1', planOf(sources()));
    for (const [name, indexes] of collections) {
      expect(text).toContain(`集合 ${name}：${indexes.length} 个索引`);
      for (const index of indexes) expect(text).toContain(`索引 ${index.name}（`);
    }
    expect(text).toContain('索引 mine（raterRef 升，ratedAt 降）');
  });

  it('names every door with what it is allowed and when it runs', async () => {
    const read = await readSources(ROOT);
    const built = read.doors.map((door) => aDoor({ ...door, bundle: { bytes: 1, digest: 'b'.repeat(64) } }));
    const text = describePlan('prod-1', planOf(sources({ doors: built })));
    for (const door of doors) expect(text).toContain(`云函数 ${door}：`);
    expect(text).toContain('超时 55 秒，内存 256 MB');
    expect(text).toContain('定时触发器 everyMinute：0 * * * * * *');
    expect(text).toContain('云调用 wxacode.getUnlimited、security.msgSecCheck');
    expect(text).toContain('请右键上传一次 wxopen');
  });

  it('gives the names of the configuration', () => {
    expect(describePlan('prod-1', planOf(sources()))).toContain(
      'HAOCHAPING_KEY、HAOCHAPING_WINDOW_CODE_KEYS、HAOCHAPING_VAULT_KEYS、HAOCHAPING_INDEX_KEY、HAOCHAPING_PUBLIC_URL',
    );
  });

  it('says how the mini-program finds this environment', () => {
    expect(describePlan('prod-1', planOf(sources()))).toContain('CLOUD_ENV=prod-1 npm run build:weapp');
  });
});

describe('a manifest that is wrong is answered with a sentence', () => {
  const withManifest = (manifest: unknown) => problemsOf(sources({ doors: [aDoor({ manifest })] })).join();

  it.each([
    ['an unknown field', aManifest({ memory: 256 }), 'config.json 有不认识的字段 memory'],
    ['a timeout of 61 seconds', aManifest({ timeout: 61 }), 'timeout 至多 60 秒'],
    ['no timeout', aManifest({ timeout: undefined }), 'timeout 应是整数秒'],
    ['memory that the platform does not sell', aManifest({ memorySize: 300 }), 'memorySize 应是 128 MB 的倍数'],
    [
      'a timer of six fields',
      aManifest({ triggers: [aTimer('0 * * * * *')] }),
      '应有 7 段（秒 分 时 日 月 星期 年），现有 6 段',
    ],
    [
      'two timers',
      aManifest({ triggers: [aTimer('0 * * * * * *'), aTimer('1 * * * * * *')] }),
      '一个云函数只能有一个触发器',
    ],
    [
      'a misspelt open platform call',
      aManifest({ permissions: { openapi: ['wxacode.getUnlimted'] } }),
      '云调用名称不在已知名单中',
    ],
    ['no manifest', undefined, '云函数 citizen 没有 config.json'],
  ])('%s', (_, manifest, sentence) => {
    expect(withManifest(manifest)).toContain(sentence);
  });

  it.each(['0 * * * * * *', '0 */5 * * * * *', '0 0 2 1 * * *', '0 30 8-18 * JAN,MAR MON-FRI 2026'])(
    'takes the timer %s',
    (cron) => {
      expect(faultOfCron(cron)).toBeUndefined();
    },
  );

  it.each([
    ['60 * * * * * *', '秒'],
    ['0 * 24 * * * *', '时'],
    ['0 * * 0 * * *', '日'],
    ['0 * * * * 7 *', '星期'],
    ['0 */0 * * * * *', '分'],
    ['0 * * * * * 1969', '年'],
  ])('refuses the timer %s for its field %s', (cron, field) => {
    expect(faultOfCron(cron)).toContain(`“${field}”一段不对`);
  });
});

describe('sources that cannot be deployed are answered with a sentence', () => {
  const field = (name: string) => ({ field: name, direction: 1 as const });
  const withIndexes = (...indexes: IndexDefinition[]) => problemsOf(sources({ schema: { ratings: indexes } })).join();

  it('a bundle that is not built', () => {
    expect(problemsOf(sources({ doors: [aDoor({ bundle: undefined })] }))).toEqual([
      '云函数 citizen 还没有构建，请先运行 npm run build。',
    ]);
  });

  it('a bundle over 1.6 MB', () => {
    const bundle = { bytes: 2_000_000, digest: '' };
    expect(problemsOf(sources({ doors: [aDoor({ bundle })] }))).toEqual([
      '云函数 citizen 有 1.91 MB，超过上限 1.60 MB。',
    ]);
  });

  it('more indexes than the platform gives to a collection', () => {
    const indexes = Array.from({ length: 19 }, (_, i) => ({ name: `by${i}`, keys: [field(`f${i}`)] }));
    expect(withIndexes(...indexes)).toBe('集合 ratings 有 19 个索引，至多 18 个。');
  });

  it('two indexes of one name, an index that repeats a field, an index without fields', () => {
    const problems = withIndexes({ name: 'mine', keys: [field('a'), field('a')] }, { name: 'mine', keys: [] });
    expect(problems).toContain('索引名称 mine 重复');
    expect(problems).toContain('字段 a 重复');
    expect(problems).toContain('没有字段');
  });

  it('a collection name that the platform refuses', () => {
    expect(problemsOf(sources({ schema: { 评价: [] } }))).toEqual([
      '集合名称 评价 不合规，应以字母开头，只含字母、数字、- 和 _。',
    ]);
  });

  it('a project whose outputs are not built, and a window code page that the app does not have', () => {
    const { project } = sources();
    expect(
      problemsOf(sources({ project: { ...project, miniprogramRoot: undefined, pages: ['pages/mine/index'] } })),
    ).toEqual([
      'project.config.json 的 miniprogramRoot 没有指向构建结果，请先运行 npm run build。',
      '窗口二维码打开的页面 pages/rate/index 不在小程序的页面中。',
    ]);
  });
});
