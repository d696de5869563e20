import { parse } from 'protobufjs';
import { invalid } from '../protocol/cloud-error';
import type { PlainObject } from '../protocol/plain';

/** The messages in which the SDK wraps calls of the WeChat open platform; field numbers as in wx-server-sdk 4.0.2. */
const { root } = parse(`
  syntax = "proto3";
  message KeyValuePair { string key = 1; bytes value = 2; string contenttype = 3; string filename = 4; }
  message OpenApiData { repeated KeyValuePair pairs = 1; }
  message CommApiData { int32 apiType = 1; OpenApiData openapiData = 2; string appid = 6; }
  message CommOpenApiResp { bytes respData = 1; string contentType = 2; int32 errorCode = 3; uint32 httpCode = 4; }
`);
const CommApiData = root.lookupType('CommApiData');
const CommOpenApiResp = root.lookupType('CommOpenApiResp');

export type OpenApiAnswer =
  | { readonly json: PlainObject }
  | { readonly image: Buffer; readonly contentType: string }
  /** An error of the platform itself, before the call reached the API. */
  | { readonly errorCode: number };

/** The parameters of a call, their names as in the public documentation's camel case. */
export const decodeCall = (requestData: Uint8Array): PlainObject => {
  const call = decoded(requestData);
  if ((call.apiType ?? 0) !== 0) throw invalid('not an open platform call');
  const pairs: { key?: string; value?: Buffer }[] = call.openapiData?.pairs ?? [];
  return Object.fromEntries(pairs.map(({ key = '', value }) => [camelCase(key), jsonOf(value)]));
};

const decoded = (requestData: Uint8Array) => {
  try {
    return CommApiData.toObject(CommApiData.decode(requestData), { bytes: Buffer });
  } catch {
    throw invalid('requestData is no message of the open platform');
  }
};

export const encodeAnswer = (answer: OpenApiAnswer): Buffer => {
  if ('errorCode' in answer) return encode({ errorCode: answer.errorCode });
  if ('image' in answer) return encode({ respData: answer.image, contentType: answer.contentType, httpCode: 200 });
  return encode({ respData: Buffer.from(JSON.stringify(answer.json)), contentType: 'application/json', httpCode: 200 });
};

const encode = (message: PlainObject): Buffer =>
  Buffer.from(CommOpenApiResp.encode(CommOpenApiResp.fromObject(message)).finish());

const camelCase = (name: string): string => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

const jsonOf = (value: Buffer | undefined): unknown => {
  const text = Buffer.from(value ?? []).toString('utf8');
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};
