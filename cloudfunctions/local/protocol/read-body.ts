import type { IncomingMessage } from 'node:http';
import { isPlainObject, type PlainObject } from './plain';

/** The whole body, or nothing when it has more than `largest` bytes; then the rest is not read. */
export const readBody = async (incoming: IncomingMessage, largest: number): Promise<Buffer | undefined> => {
  if (Number(incoming.headers['content-length'] ?? 0) > largest) return undefined;
  const chunks: Buffer[] = [];
  let size = 0;
  const parts: AsyncIterable<Buffer> = incoming.iterator({ destroyOnReturn: false });
  for await (const chunk of parts) {
    size += chunk.length;
    if (size > largest) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

/** What the SDK sends: JSON, or a form whose `requestData` holds bytes (calls of the open platform). */
export const parseRequest = async (body: Buffer, contentType: string): Promise<PlainObject> => {
  try {
    if (contentType.startsWith('multipart/form-data')) return await parseForm(body, contentType);
    const request: unknown = JSON.parse(body.toString('utf8'));
    return isPlainObject(request) ? request : {};
  } catch {
    return {};
  }
};

const parseForm = async (body: Buffer, contentType: string): Promise<PlainObject> => {
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
  const request: PlainObject = Object.fromEntries(form.entries());
  const data = form.get('requestData');
  if (data === null) return request;
  return {
    ...request,
    requestData: Buffer.from(typeof data === 'string' ? data : new Uint8Array(await data.arrayBuffer())),
  };
};
