import { removeTemporaryFolders, startTestCloud, type TestCloud } from './support';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud({
    schema: {
      ratings: [
        {
          name: 'org',
          keys: [
            { field: 'org', direction: 1 },
            { field: 'at', direction: 1 },
          ],
        },
      ],
      orgs: [],
      staff: [{ name: 'org', keys: [{ field: 'orgId', direction: 1 }] }],
      notes: [],
    },
  });
  const DAY = 86_400_000;
  const ratings = Array.from({ length: 1_500 }, (_, at) => ({
    _id: `r${at}`,
    org: `o${at % 50}`,
    score: (at % 5) + 1,
    at,
    day: at % 3 === 0 ? null : new Date(at * DAY),
    tags: ['a', 'b'],
  }));
  await cloud.database.insertMany('ratings', ratings);
  await cloud.database.insertMany(
    'orgs',
    Array.from({ length: 1_200 }, (_, at) => ({ _id: `o${at}`, name: `单位${at}` })),
  );
  await cloud.database.insertMany(
    'staff',
    Array.from({ length: 1_100 }, (_, at) => ({ _id: `s${at}`, orgId: `o${at % 60}`, rank: at })),
  );
  await cloud.database.insertMany(
    'notes',
    Array.from({ length: 1_100 }, (_, at) => ({ _id: `n${at}`, about: `o${at}` })),
  );
});
afterAll(async () => {
  await cloud.close();
  removeTemporaryFolders();
});

describe('an aggregate', () => {
  it('groups what its leading match finds by the index', async () => {
    const { list } = await cloud.probe(({ db, $ }) =>
      db
        .collection('ratings')
        .aggregate()
        .match({ org: 'o7' })
        .group({ _id: '$org', total: $.sum(1), average: $.avg('$score'), last: $.max('$at') })
        .end(),
    );
    expect(list).toEqual([{ _id: 'o7', total: 30, average: 3, last: 1457 }]);
  });

  it('reads only a page when match, sort and limit stand at its head', async () => {
    const { list } = await cloud.probe(({ db, _ }) =>
      db
        .collection('ratings')
        .aggregate()
        .match({ org: 'o1', at: _.gt(100) })
        .sort({ at: -1 })
        .limit(2)
        .project({ at: 1, _id: 0 })
        .end(),
    );
    expect(list).toEqual([{ at: 1451 }, { at: 1401 }]);
  });

  it('joins document by document through _id and through an index, never by a scan', async () => {
    const { list } = await cloud.probe(({ db }) =>
      db
        .collection('ratings')
        .aggregate()
        .match({ org: 'o3' })
        .limit(2)
        .lookup({ from: 'orgs', localField: 'org', foreignField: '_id', as: 'orgs' })
        .lookup({ from: 'staff', localField: 'org', foreignField: 'orgId', as: 'staff' })
        .end(),
    );
    expect(list.map(({ orgs, staff }: { orgs: unknown; staff: unknown[] }) => [orgs, staff.length])).toEqual([
      [[{ _id: 'o3', name: '单位3' }], 19],
      [[{ _id: 'o3', name: '单位3' }], 19],
    ]);
    expect(cloud.counters.read().scans).toBe(0);
  });

  it('joins by a pipeline with variables through an index as well', async () => {
    const { list } = await cloud.probe(({ db, _, $ }) =>
      db
        .collection('orgs')
        .aggregate()
        .match({ _id: _.in(['o1', 'o2']) })
        .sort({ _id: 1 })
        .lookup({
          from: 'staff',
          let: { org: '$_id' },
          pipeline: $.pipeline()
            .match(_.expr($.and([$.eq(['$orgId', '$$org']), $.gt(['$rank', 1000])])))
            .sort({ rank: 1 })
            .project({ rank: 1, _id: 0 })
            .done(),
          as: 'staff',
        })
        .end(),
    );
    expect(list).toEqual([
      { _id: 'o1', name: '单位1', staff: [{ rank: 1021 }, { rank: 1081 }] },
      { _id: 'o2', name: '单位2', staff: [{ rank: 1022 }, { rank: 1082 }] },
    ]);
  });

  it('is refused when its join has no index', async () => {
    const join = cloud.probe(({ db }) =>
      db
        .collection('ratings')
        .aggregate()
        .match({ org: 'o1' })
        .lookup({ from: 'notes', localField: 'org', foreignField: 'about', as: 'notes' })
        .end(),
    );
    await expect(join).rejects.toThrow(/unindexed query: notes where \[about\]/);
  });

  it('gives null for parts of a missing date, as the platform does', async () => {
    const { list } = await cloud.probe(({ db, $ }) =>
      db
        .collection('ratings')
        .aggregate()
        .match({ org: 'o0' })
        .sort({ at: 1 })
        .limit(2)
        .project({
          _id: 0,
          year: $.year('$day'),
          text: $.dateToString({ date: '$day', format: '%Y-%m-%d', timezone: 'Asia/Shanghai' }),
        })
        .end(),
    );
    expect(list).toEqual([
      { year: null, text: null },
      { year: 1970, text: '1970-02-20' },
    ]);
  });

  it('knows the other stages that the SDK can send', async () => {
    const { list } = await cloud.probe(({ db, $ }) =>
      db
        .collection('ratings')
        .aggregate()
        .match({ org: 'o5' })
        .addFields({ double: $.multiply(['$score', 2]) })
        .unwind('$tags')
        .sortByCount('$tags')
        .sort({ _id: 1 })
        .skip(1)
        .replaceRoot({ newRoot: { tag: '$_id', n: '$count' } })
        .end(),
    );
    expect(list).toEqual([{ tag: 'b', n: 30 }]);
    const buckets = await cloud.probe(({ db }) =>
      db
        .collection('ratings')
        .aggregate()
        .match({ org: 'o5' })
        .bucket({ groupBy: '$at', boundaries: [0, 500, 5000] })
        .end(),
    );
    expect(buckets.list).toEqual([
      { _id: 0, count: 10 },
      { _id: 500, count: 20 },
    ]);
    const counted = await cloud.probe(({ db }) =>
      db.collection('ratings').aggregate().match({ org: 'o5' }).count('total').end(),
    );
    expect(counted.list).toEqual([{ total: 30 }]);
  });

  it('refuses a stage that is not emulated by name', async () => {
    await expect(
      cloud.probe(({ db }) =>
        db
          .collection('ratings')
          .aggregate()
          .geoNear({ near: db.Geo.Point(113, 23), distanceField: 'metres' })
          .end(),
      ),
    ).rejects.toThrow('not emulated');
  });
});
