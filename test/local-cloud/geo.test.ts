import { removeTemporaryFolders, type Sdk, startTestCloud, type TestCloud } from './support';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud({ schema: { places: [] } });
  const point = (longitude: number, latitude: number) => ({ type: 'Point', coordinates: [longitude, latitude] });
  await cloud.database.insertMany('places', [
    { _id: 'far', at: point(117, 24) },
    { _id: 'hall', at: point(116.35, 23.55), kind: 'hall' },
    { _id: 'near', at: point(116.36, 23.55) },
    { _id: 'two', at: [point(100, 0), point(116.38, 23.55)] },
    { _id: 'nowhere' },
    { _id: 'word', at: 'here' },
  ]);
});
afterAll(async () => {
  await cloud.close();
  removeTemporaryFolders();
});

const near = (options: object, end = 'get'): Promise<Sdk> =>
  cloud.probe(
    async ({ db, _ }, { given, how }) => {
      const geometry = db.Geo.Point(116.35, 23.55);
      const query = db.collection('places').where({ at: _.geoNear({ geometry, ...given }) });
      if (how === 'count') return (await query.count()).total;
      const asked = how === 'order' ? query.orderBy('_id', 'asc') : query;
      return (await asked.get()).data.map(({ _id }: Sdk) => _id);
    },
    { given: options, how: end },
  );

describe('geoNear', () => {
  it('answers what has a place, the nearest first, by the nearest of several places', async () => {
    expect(await near({})).toEqual(['hall', 'near', 'two', 'far']);
  });

  it('leaves out what is nearer or farther in metres than asked', async () => {
    expect(await near({ minDistance: 1, maxDistance: 5_000 })).toEqual(['near', 'two']);
    expect(await near({ maxDistance: 1_100 })).toEqual(['hall', 'near']);
    expect(await near({ maxDistance: 1_000 })).toEqual(['hall']);
    expect(await near({ maxDistance: 5_000 }, 'count')).toBe(3);
  });

  it('gives way to another order', async () => {
    expect(await near({}, 'order')).toEqual(['far', 'hall', 'near', 'two']);
  });

  it('pages in its own order', async () => {
    const ids = await cloud.probe(async ({ db, _ }) => {
      const where = { at: _.geoNear({ geometry: db.Geo.Point(117, 24) }) };
      const { data } = await db.collection('places').where(where).skip(1).limit(2).get();
      return data.map(({ _id }: Sdk) => _id);
    });
    expect(ids).toEqual(['two', 'near']);
  });

  it('is refused under or, and in an aggregate', async () => {
    const underOr = cloud.probe(({ db, _ }) =>
      db
        .collection('places')
        .where(
          _.or([{ kind: 'hall' }, { at: _.geoNear({ geometry: db.Geo.Point(0, 0), minDistance: 0, maxDistance: 1 }) }]),
        )
        .get(),
    );
    await expect(underOr).rejects.toThrow('geoNear must be top-level expr');
    const aggregate = cloud.probe(({ db, _ }) =>
      db
        .collection('places')
        .aggregate()
        .match({ at: _.geoNear({ geometry: db.Geo.Point(0, 0) }) })
        .end(),
    );
    await expect(aggregate).rejects.toThrow('are not allowed in this context');
  });
});
