import { randomUUID } from 'node:crypto';
import type { Database } from '../database/database';
import type { Faults } from '../faults/planned-faults';
import { carriedOutUnderFaults, type NoResponse } from '../faults/request-faults';
import { deployedFunction } from '../functions/function-config';
import { FunctionError } from '../functions/function-error';
import type { Invocation, Invocations } from '../functions/invocations';
import type { Runner } from '../functions/runner';
import type { OpenApi } from '../openapi/openapi';
import type { Storage } from '../storage/storage';
import { CloudError, invalid, notEmulated } from './cloud-error';
import { DATABASE_ACTIONS, type Kind, runDatabaseAction } from './database-actions';
import type { PlainObject } from './plain';
import { type CloudRequest, listField, textField } from './request';

export type AdminServices = {
  readonly database: Database;
  readonly storage: Storage;
  readonly openapi: OpenApi;
  readonly runner: Runner;
  readonly invocations: Invocations;
  readonly functionsDir: string;
  readonly onRequest: (kind: Kind | 'openapi' | 'storage') => void;
  readonly faults: Faults;
  readonly log: (line: string) => void;
};

/** The largest event that one function may hand to another. */
const LARGEST_NESTED_EVENT = 6 * 1024 * 1024;

/** Which running invocation sent this; nobody else may use the inner endpoint. */
export const senderOf = (services: AdminServices, request: CloudRequest): Invocation => {
  const invocation = services.invocations.byToken(request.wxCloudApiToken);
  if (invocation) return invocation;
  throw new CloudError(
    'INVALID_REQUEST_SOURCE',
    'no running invocation sent this request: call the cloud only inside exports.main, and await every call before it returns',
  );
};

/** Answer one request of the SDK as the platform does: 200 with `code` and `message` when refused. Buffers are protobuf. */
export const answerRequest = async (
  services: AdminServices,
  request: CloudRequest,
): Promise<PlainObject | Buffer | NoResponse> => {
  const requestId = randomUUID();
  try {
    const sender = senderOf(services, request);
    const answer = await performUnderFaults(services, request, sender);
    return typeof answer === 'string' || Buffer.isBuffer(answer) ? answer : { requestId, ...answer };
  } catch (error) {
    if (error instanceof CloudError) return { requestId, code: error.code, message: error.message };
    services.log(`[cloud] ${String(request.action)}: ${error instanceof Error ? error.stack : String(error)}`);
    return { requestId, code: 'SYS_ERR', message: error instanceof Error ? error.message : String(error) };
  }
};

const performUnderFaults = async (
  services: AdminServices,
  request: CloudRequest,
  sender: Invocation,
): Promise<PlainObject | Buffer | NoResponse> => {
  const { faults, runner } = services;
  const place = { door: sender.door, action: textField(request, 'action') };
  const isInTransaction = request.transactionId !== undefined;
  if (faults.take('killInstanceBefore', place)) {
    await runner.kill(sender);
    return 'cut';
  }
  const perform = () => performed(services, request, sender);
  const answer = await carriedOutUnderFaults(faults, { ...place, isInTransaction }, perform);
  if (faults.take('killInstance', place)) await runner.kill(sender);
  return answer;
};

const performed = (
  services: AdminServices,
  request: CloudRequest,
  sender: Invocation,
): PlainObject | Buffer | Promise<PlainObject | Buffer> => {
  const action = textField(request, 'action');
  const databaseAction = Object.hasOwn(DATABASE_ACTIONS, action) ? DATABASE_ACTIONS[action] : undefined;
  if (databaseAction) {
    services.onRequest(databaseAction.kind);
    return runDatabaseAction(services.database, action, databaseAction, request);
  }
  if (action.startsWith('storage.')) {
    services.onRequest('storage');
    return storageAction(services.storage, action, request);
  }
  if (action === 'wx.openApi') return openApiAction(services, request, sender);
  if (action === 'functions.invokeFunction') return invokeFunction(services.runner, request, sender);
  throw notEmulated(`the action ${action}`);
};

const storageAction = async (storage: Storage, action: string, request: CloudRequest): Promise<PlainObject> => {
  if (action === 'storage.getUploadMetadata') return { data: storage.uploadMetadata(request.path) };
  if (action === 'storage.batchGetDownloadUrl')
    return { data: { download_list: await storage.downloadUrls(listField(request, 'file_list')) } };
  if (action === 'storage.batchDeleteFile')
    return { data: { delete_list: await storage.remove(listField(request, 'fileid_list')) } };
  throw notEmulated(`the action ${action}`);
};

const openApiAction = (services: AdminServices, request: CloudRequest, { door }: Invocation): Promise<Buffer> => {
  services.onRequest('openapi');
  const { requestData } = request;
  if (!(requestData instanceof Uint8Array)) throw invalid('requestData must be bytes');
  const { openapi } = deployedFunction(services.functionsDir, door).config;
  return services.openapi.call({ door, apiName: textField(request, 'apiName'), requestData, permitted: openapi });
};

const invokeFunction = async (
  runner: Runner,
  request: CloudRequest,
  { source, openid, clientIp }: Invocation,
): Promise<PlainObject> => {
  const text = typeof request.request_data === 'string' && request.request_data !== '' ? request.request_data : '{}';
  if (Buffer.byteLength(text) > LARGEST_NESTED_EVENT) throw invalid('request_data exceeds 6 MB');
  try {
    const client = { ...(openid !== undefined && { openid }), ...(clientIp !== undefined && { clientIp }) };
    const caller = { source: `${source},scf` as const, ...client };
    return { data: { response_data: (await runner.run(textField(request, 'function_name'), text, caller)).answer } };
  } catch (error) {
    if (!(error instanceof FunctionError)) throw error;
    const code = error.failure === 'unknown' ? 'FUNCTIONS_REQUEST_FAIL' : 'FUNCTIONS_EXECUTE_FAIL';
    throw new CloudError(code, error.message);
  }
};
