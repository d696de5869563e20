import { tc3Authorization } from '../../../cloudfunctions/adapters/tencent/tc3-signature';
import { certHash } from '../../../cloudfunctions/adapters/wechat/cert-hash';
import { faultOfSignature } from '../../../cloudfunctions/stand-ins/tc3-check';

/**
 * The worked example of 签名方法 v3 (https://cloud.tencent.com/document/product/1007/31324).
 * The page shows id and key as asterisks, and its figures are computed with just these asterisks.
 */
const STARS = '*'.repeat(32);
const ACCOUNT = { secretId: `AKID${STARS}`, secretKey: STARS };
const TIMESTAMP = 1551113065;
const BODY = '{"Limit": 1, "Filters": [{"Values": ["\\u672a\\u547d\\u540d"], "Name": "instance-name"}]}';
const EXAMPLE =
  `TC3-HMAC-SHA256 Credential=AKID${STARS}/2019-02-25/cvm/tc3_request, SignedHeaders=content-type;host;x-tc-action, ` +
  'Signature=10b1a37a7301a02ca19a647ad722d5e43b4b3cff309d421d85b46093f6ab6c4f';

const request = (authorization: string, changed: { headers?: Record<string, string>; body?: string } = {}) => {
  const headers: Record<string, string> = {
    authorization,
    'content-type': 'application/json; charset=utf-8',
    host: 'cvm.tencentcloudapi.com',
    'x-tc-action': 'DescribeInstances',
    'x-tc-timestamp': String(TIMESTAMP),
    ...changed.headers,
  };
  return { method: 'POST', path: '/', header: (name: string) => headers[name], body: changed.body ?? BODY };
};
const fault = (asked: ReturnType<typeof request>, account = ACCOUNT, now = TIMESTAMP * 1000) =>
  faultOfSignature(asked, account, now);

describe('TC3-HMAC-SHA256', () => {
  it('signs the example of the documentation as it stands there', () => {
    const host = 'cvm.tencentcloudapi.com';
    const signed = tc3Authorization({
      ...{ ...ACCOUNT, service: 'cvm', host, action: 'DescribeInstances' },
      ...{ timestamp: TIMESTAMP, payload: BODY },
    });
    expect(signed).toBe(EXAMPLE);
  });

  it('is accepted by the stand-in, which computes it on its own', () => {
    expect(fault(request(EXAMPLE))).toBeUndefined();
  });

  // Recorded from tencentcloud-sdk-nodejs-common 4.1.220, which signs two headers only.
  it('is accepted by the stand-in as the official SDK makes it', () => {
    const timestamp = 1790000000;
    const recorded = {
      method: 'POST',
      path: '/',
      body: JSON.stringify({ IdCard: '000000000000000000', Name: '测试' }),
      header: (name: string) =>
        ({
          authorization:
            'TC3-HMAC-SHA256 Credential=AKIDexample/2026-09-21/faceid/tc3_request, SignedHeaders=content-type;host, ' +
            'Signature=6d9936e1499e7062e2a234ab32edcfcfa5ada7608a8eb999cb2e7578d10a519d',
          'content-type': 'application/json; charset=utf-8',
          host: 'faceid.tencentcloudapi.com',
          'x-tc-timestamp': String(timestamp),
        })[name],
    };
    const account = { secretId: 'AKIDexample', secretKey: 'example-key' };
    expect(faultOfSignature(recorded, account, timestamp * 1000)).toBeUndefined();
  });

  it.each([
    ['another body', fault(request(EXAMPLE, { body: `${BODY} ` })), 'AuthFailure.SignatureFailure'],
    ['another host', fault(request(EXAMPLE, { headers: { host: 'x.test' } })), 'AuthFailure.SignatureFailure'],
    ['another action', fault(request(EXAMPLE, { headers: { 'x-tc-action': 'Y' } })), 'AuthFailure.SignatureFailure'],
    ['another day', fault(request(EXAMPLE.replace('02-25', '02-26'))), 'AuthFailure.SignatureFailure'],
    ['another key', fault(request(EXAMPLE), { ...ACCOUNT, secretKey: 'x' }), 'AuthFailure.SignatureFailure'],
    ['another id', fault(request(EXAMPLE), { ...ACCOUNT, secretId: 'x' }), 'AuthFailure.SecretIdNotFound'],
    ['an old moment', fault(request(EXAMPLE), ACCOUNT, (TIMESTAMP + 301) * 1000), 'AuthFailure.SignatureExpire'],
    ['no signature', fault(request('')), 'AuthFailure.InvalidAuthorization'],
  ])('is refused by the stand-in for %s', (_, found, expected) => {
    expect(found).toBe(expected);
  });
});

it('cert_hash is that of the sample in the documentation of queryVerifyInfo', () => {
  expect(certHash({ name: '张三', idNumber: '310101199801011234' })).toBe(
    '3c241f7ff324977aeb91f173bb2a7b06569e6fd784d5573db34a636d8671108b',
  );
});
