import path from 'node:path';

const TYPES: Record<string, string> = {
  '.avif': 'image/avif',
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mp4': 'video/mp4',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.zip': 'application/zip',
};

/** Types that a browser would run as a page of this origin; an uploaded file must never be one. */
const ACTIVE = new Set(['.html', '.js', '.svg', '.css']);

export const contentTypeOf = (name: string): string =>
  TYPES[path.posix.extname(name).toLowerCase()] ?? 'application/octet-stream';

export const uploadedTypeOf = (name: string): string =>
  ACTIVE.has(path.posix.extname(name).toLowerCase()) ? 'application/octet-stream' : contentTypeOf(name);
