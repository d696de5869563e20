/** What the person at the keyboard can mend: its message alone is shown, without a stack. */
export class Explained extends Error {
  override readonly name = 'Explained';
}

const SENTENCES: Readonly<Record<string, (what: string) => string>> = {
  ENOTDIR: (path) =>
    `${path} 走不通：路径中间有一段是文件，不是目录；请用 --data 换一个目录。A part of the path is a file.`,
  EEXIST: (path) => `${path} 已经是别的东西，不是需要的目录；请用 --data 换一个目录。Something else is there.`,
  ENOENT: (path) =>
    `${path} 不存在，也建不了；请检查路径，或用 --data 换一个目录。It does not exist and cannot be created.`,
  EACCES: (path) => `没有权限使用 ${path}；请改它的权限，或用 --data 换一个目录。Permission denied.`,
  EPERM: (path) => `系统不允许使用 ${path}；请改它的权限，或用 --data 换一个目录。The operation is not permitted.`,
  EROFS: (path) => `${path} 在只读的磁盘上；请用 --data 换一个目录。The file system is read-only.`,
  ENOSPC: (path) => `磁盘已满，写不下 ${path}；请腾出空间后重试。The disk is full.`,
  ENAMETOOLONG: () => '--data 的路径太长，请换一个短些的。The path is too long.',
  ELOOP: (path) => `${path} 是绕成圈的链接；请用 --data 换一个目录。The link leads in a circle.`,
  EADDRINUSE: (address) =>
    `地址 ${address} 刚刚被别的程序占用，请重试，或用 --port 换一个。The port was taken meanwhile.`,
};

/** What to show for this error: a sentence when the person at the keyboard can mend it, else all that is known. */
export const shownFor = (error: unknown): unknown => {
  if (error instanceof Explained) return error.message;
  const { code, path, address, port } = error as NodeJS.ErrnoException & { address?: string; port?: number };
  const sentence = SENTENCES[code ?? ''];
  const what = path ?? (address === undefined ? '--data 的目录' : `${address}:${port}`);
  return error instanceof Error && sentence ? sentence(what) : error;
};
