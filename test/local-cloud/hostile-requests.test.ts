import fc from 'fast-check';
import { type HostileCloud, startHostileCloud } from './hostile-services';
import { removeTemporaryFolders } from './support';

afterAll(removeTemporaryFolders);

const REQUESTS = 10_000;
const SEED = 20_261_128;

const ACTIONS = [
  ...['addCollection', 'startTransaction', 'commitTransaction', 'abortTransaction', 'insertDocument', 'getDocument'],
  ...['calculateDocument', 'aggregateDocuments', 'modifyDocument', 'removeDocument', 'madeUp', 'constructor'],
].map((name) => `database.${name}`);
const OTHERS = [
  ...['storage.getUploadMetadata', 'storage.batchGetDownloadUrl', 'storage.batchDeleteFile', 'storage.__proto__'],
  ...['wx.openApi', 'functions.invokeFunction', '__proto__', ''],
];

const KEYS = [
  ...[
    'a',
    'b.c',
    'b',
    'd',
    '_id',
    '',
    '.',
    'a.',
    'toString',
    'toJSON',
    'hasOwnProperty',
    'length',
    '$',
    'a.$[]',
    'a.0',
    'a.99999999',
    '\0',
    '\ud800',
    '名',
  ],
  ...['__proto__', 'constructor.prototype.x', '$where', '$and', '$or', '$not', '$in', '$regex', '$elemMatch', '$expr'],
  ...['$set', '$inc', '$push', '$pull', '$each', '$slice', '$sort', '$rename', '$unset', '$mul', '$pop', '$addToSet'],
  ...['$date', '$numberInt', '$numberLong', '$numberDouble', '$regularExpression', 'pattern', 'options', '$oid'],
  ...['$tcb_server_date', 'offset', '$geometry', '$near', '$size', '$mod', '$type', '$all', '$exists', '$jsonSchema'],
];
const STAGES = [
  ...['$match', '$group', '$project', '$addFields', '$unwind', '$lookup', '$sort', '$limit', '$skip', '$count'],
  ...['$bucket', '$bucketAuto', '$replaceRoot', '$sortByCount', '$sample', '$out', '$facet', '__proto__', ''],
];
const LEAVES = [
  ...[null, true, false, 0, -0, -1, 1, 1.5, 1e308, -1e308, 2 ** 53, 5e-324],
  ...[
    '',
    '$',
    '$a',
    '$$ROOT',
    '$$x',
    'things',
    'missing',
    '(',
    '(a+)+$',
    '\0',
    '\ud800',
    '__proto__',
    'x'.repeat(2_000),
  ],
];

const key = fc.constantFrom(...KEYS);
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: 'small', withCrossShrink: false },
    fc.constantFrom(...LEAVES),
    fc.double(),
    fc.array(tie('any'), { maxLength: 3 }),
    fc.dictionary(key, tie('any'), { maxKeys: 3, noNullPrototype: true }),
  ),
})).any;

const deep = fc
  .tuple(fc.integer({ min: 1, max: 20_000 }), fc.constantFrom('{"a":', '[', '{"$date":', '{"$and":[', '{"$not":'))
  .map(([depth, opening]) => {
    const closing = opening.replace(/[^{[]/g, '').replace(/[{[]/g, (one) => (one === '{' ? '}' : ']'));
    return `${opening.repeat(depth)}1${[...closing].reverse().join('').repeat(depth)}`;
  });
const SOUND = ['{}', '{"a":1}', '{"_id":1}', '{"$set":{"a":[1,"x"]}}', '{"$push":{"b.c":7}}', '"$a"', '3'];
const ejson = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...SOUND) },
  { weight: 12, arbitrary: value.map((one) => JSON.stringify(one)) },
  { weight: 2, arbitrary: value.map((one) => JSON.stringify(one).slice(0, -1)) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: deep },
);
const text = fc.oneof(ejson, value);
const stage = fc.oneof(
  { weight: 8, arbitrary: fc.record({ stageKey: fc.constantFrom(...STAGES), stageValue: ejson }) },
  { weight: 1, arbitrary: value },
);
const collectionName = fc.oneof(
  { weight: 6, arbitrary: fc.constant('things') },
  { weight: 1, arbitrary: fc.oneof(key, value, fc.constantFrom('a/b', '../x', 'x'.repeat(200))) },
);

const fields = fc.record(
  {
    action: fc.oneof(
      { weight: 10, arbitrary: fc.constantFrom(...ACTIONS) },
      { weight: 3, arbitrary: fc.constantFrom(...OTHERS) },
      { weight: 1, arbitrary: value },
    ),
    ...{ collectionName, query: text, order: text, projection: text },
    data: fc.oneof(text, fc.array(ejson, { maxLength: 3 })),
    stages: fc.oneof(fc.array(stage, { maxLength: 4 }), value),
    limit: fc.oneof(fc.integer(), value),
    offset: fc.oneof(fc.nat(), value),
    ...{ multi: fc.boolean(), merge: fc.boolean(), upsert: fc.boolean() },
    queryType: fc.constantFrom('DOC', 'WHERE', 7),
    transactionId: value,
    ...{ path: fc.oneof(key, value), file_list: value, fileid_list: value, apiName: fc.oneof(key, value) },
    function_name: fc.oneof(fc.constant('missing'), key, value),
    request_data: fc.oneof(ejson, value),
  },
  { requiredKeys: ['action'], noNullPrototype: true },
);

const bytes = fc.uint8Array({ maxLength: 200 }).map((list) => Buffer.from(list));
const form = fc.tuple(fields, bytes, fc.boolean()).map(([request, requestData, isWhole]) => {
  const parts = Object.entries({ apiName: 'security.msgSecCheck', ...request, action: 'wx.openApi' }).map(
    ([name, one]) => `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${JSON.stringify(one)}\r\n`,
  );
  const data = [Buffer.from('--x\r\nContent-Disposition: form-data; name="requestData"\r\n\r\n'), requestData];
  return Buffer.concat([Buffer.from(parts.join('')), ...data, Buffer.from(isWhole ? '\r\n--x--\r\n' : '\r\n--')]);
});

type Shape = { readonly isJson: boolean; readonly body: (token: unknown) => Buffer };
const json = (request: object) => (token: unknown) =>
  Buffer.from(JSON.stringify({ wxCloudApiToken: token, ...request }));
const shape: fc.Arbitrary<Shape> = fc.oneof(
  { weight: 20, arbitrary: fields.map((request) => ({ isJson: true, body: json(request) })) },
  {
    weight: 2,
    arbitrary: fc.tuple(fields, fc.nat({ max: 300 })).map(([request, cut]) => ({
      isJson: true,
      body: (token: unknown) => json(request)(token).subarray(0, -1 - cut),
    })),
  },
  { weight: 1, arbitrary: bytes.map((body) => ({ isJson: true, body: () => body })) },
  {
    weight: 2,
    arbitrary: form.map((body) => ({
      isJson: false,
      body: (token: unknown) =>
        Buffer.concat([
          Buffer.from(
            `--x\r\nContent-Disposition: form-data; name="wxCloudApiToken"\r\n\r\n${typeof token === 'string' ? token : 'none'}\r\n`,
          ),
          body,
        ]),
    })),
  },
);
const TYPES = ['application/json', 'text/plain', 'multipart/form-data', 'multipart/form-data; boundary=', '\tnone', ''];
const request = fc.record({
  shape,
  isTrusted: fc.boolean(),
  forged: fc.oneof(value, fc.constant('0'.repeat(48))),
  type: fc.option(fc.constantFrom(...TYPES), { freq: 8 }),
});

describe('10,000 malformed requests', () => {
  let cloud: HostileCloud;
  beforeAll(() => {
    cloud = startHostileCloud();
  });
  afterAll(() => cloud.close());

  it('get an answer each, none of them an accident; the database is sound and nothing is polluted afterwards', async () => {
    const before = process.memoryUsage().rss;
    const codes: Record<string, number> = {};
    const accidents: unknown[] = [];
    for (const sent of fc.sample(request, { numRuns: REQUESTS, seed: SEED })) {
      const { isJson, body } = sent.shape;
      const type = sent.type ?? (isJson ? 'application/json' : 'multipart/form-data; boundary=x');
      const whole = body(sent.isTrusted ? cloud.token : sent.forged);
      const { status, text: answer } = await cloud.send({ path: '/admin', type, body: whole });
      const code = answer.startsWith('{') ? String(JSON.parse(answer).code ?? 'answered') : 'bytes';
      codes[code] = (codes[code] ?? 0) + 1;
      if (status !== 200 || code === 'SYS_ERR') accidents.push([whole.toString('utf8').slice(0, 500), answer]);
    }
    expect(accidents.slice(0, 5)).toEqual([]);
    expect(codes).toMatchObject({ INVALID_REQUEST_SOURCE: expect.any(Number), answered: expect.any(Number) });
    expect(codes.answered).toBeGreaterThan(REQUESTS / 50);
    expect(cloud.lines).toEqual([]);
    expect((await cloud.services.database.check()).problems).toEqual([]);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(process.memoryUsage().rss - before).toBeLessThan(500 * 1024 * 1024);
  }, 120_000);

  it('at the door of the clients and of the files likewise', async () => {
    const part = fc.oneof(
      fc.string({ unit: 'binary' }).map((one) => encodeURIComponent(Buffer.from(one).toString('utf8'))),
      fc.constantFrom('probe', '%', '%00', '%C0%80', '..%2f..%2fetc', '__proto__', 'x'.repeat(3_000)),
    );
    const sent = fc.record({
      method: fc.constantFrom('POST', 'PUT', 'GET'),
      where: fc.constantFrom('/functions/', '/storage/upload/', '/storage/files/', '/local/', '/app/'),
      part,
      body: fc.oneof(
        ejson.map((one) => Buffer.from(one)),
        bytes,
      ),
    });
    const statuses = new Set<number>();
    for (const { method, where, part: name, body } of fc.sample(sent, { numRuns: 1_000, seed: SEED })) {
      const usual = name === 'probe' ? { body: Buffer.from('[') } : { body };
      const answer = await cloud.send({
        method,
        path: where + name,
        ...(method === 'GET' ? { body: Buffer.of() } : usual),
      });
      statuses.add(answer.status);
    }
    expect([...statuses].filter((status) => status < 400 || status >= 500)).toEqual([]);
    expect(cloud.lines.filter((line) => line.startsWith('[gateway]'))).toEqual([]);
  });
});
