const NAME = '我的个人信息.json';

/** As a file of the browser's downloads. */
export const saveText = async (text: string): Promise<boolean> => {
  const link = document.createElement('a');
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.href = address;
  link.download = NAME;
  link.click();
  URL.revokeObjectURL(address);
  return true;
};

export const WHERE_TO = '下载为一个文件';
export const SAVED = `已下载“${NAME}”，请妥善保管。`;
