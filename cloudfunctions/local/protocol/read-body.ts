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

/**
 * The SDK sends protobuf bytes as a field of text, which a form decodes as UTF-8 and so destroys. Each byte is given to
 * the form as the character of its number, and taken back from there.
 */
const parseForm = async (body: Buffer, contentType: string): Promise<PlainObject> => {
  const characters = body.toString('latin1');
  const form = await new Response(characters, { headers: { 'content-type': contentType } }).formData();
  const request: PlainObject = {};
  for (const [name, value] of form.entries()) {
    const bytes = Buffer.from(typeof value === 'string' ? value : await value.text(), 'latin1');
    request[name] = name === 'requestData' ? bytes : bytes.toString('utf8');
  }
  return request;
};
