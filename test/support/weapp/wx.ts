type Success = { success?: (result: object) => void; fail?: (failure: object) => void; complete?: () => void };
type Event = { readonly action: string; readonly input: Record<string, unknown> };

/** One call of a cloud function as it left the phone. */
export type Call = { readonly door: string; readonly action: string; readonly input: Record<string, unknown> };

export type WxOptions = {
  readonly url: string;
  readonly openid: string;
  readonly storage: Map<string, unknown>;
  readonly calls: Call[];
  readonly isOffline: () => boolean;
  /** Whether the function breaks at this action. */
  readonly breaks: (action: string) => boolean;
  /** Runs when the cloud has answered an action and the phone has not heard of it; the answer is lost when it rejects. */
  readonly beforeHearing: (action: string) => Promise<void>;
  /** The phone's files by path. Its user picks the temporary ones when he is asked for photos. */
  readonly files: Map<string, Buffer>;
  readonly navigate: (how: 'navigateTo' | 'redirectTo' | 'reLaunch' | 'navigateBack', url: string) => Promise<void>;
  /** What this WeChat has or says beside that. */
  readonly wechat: object;
  readonly onNetwork: (listener: (status: { isConnected: boolean }) => void) => void;
};

const answered = (options: Success | undefined, result: object) => {
  options?.success?.(result);
  options?.complete?.();
};

const cloudOf = ({ url, openid, calls, isOffline, breaks, beforeHearing }: WxOptions) => ({
  init: () => undefined,
  callFunction: async ({ name, data }: { name: string; data: Event }) => {
    calls.push({ door: name, ...data });
    if (isOffline()) throw Object.assign(new Error('cloud.callFunction:fail'), { errCode: -1 });
    if (breaks(data.action)) throw Object.assign(new Error('cloud.callFunction:fail'), { errCode: -504002 });
    const response = await fetch(`${url}/functions/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-wx-openid': openid },
      body: JSON.stringify(data),
    });
    const result = await response.json();
    await beforeHearing(data.action);
    return { result, requestID: 'test' };
  },
});

const storageOf = (storage: Map<string, unknown>) => ({
  getStorageSync: (key: string) => structuredClone(storage.get(key) ?? ''),
  setStorageSync: (key: string, value: unknown) => void storage.set(key, structuredClone(value)),
  removeStorageSync: (key: string) => void storage.delete(key),
});

const USER_DATA_PATH = 'wxfile://usr';
export const isTemporary = (file: string): boolean => !file.startsWith(USER_DATA_PATH);

const photosOf = (files: WxOptions['files']) => ({
  chooseImage: (options: Success & { count: number }) =>
    answered(options, { tempFilePaths: [...files.keys()].filter(isTemporary).slice(0, options.count) }),
  compressImage: (options: Success & { src: string }) => answered(options, { tempFilePath: options.src }),
  getFileSystemManager: () => ({
    readFile: ({ filePath, ...options }: Success & { filePath: string }) => {
      const bytes = files.get(filePath);
      if (bytes) answered(options, { data: bytes.toString('base64') });
      else options.fail?.({ errMsg: 'readFile:fail no such file' });
    },
    saveFile: ({ tempFilePath, filePath, ...options }: Success & Record<'tempFilePath' | 'filePath', string>) => {
      const bytes = files.get(tempFilePath);
      if (bytes && files.delete(tempFilePath)) files.set(filePath, bytes);
      if (bytes) answered(options, { savedFilePath: filePath });
      else options.fail?.({ errMsg: 'saveFile:fail tempFilePath file not exist' });
    },
    unlink: ({ filePath, ...options }: Success & { filePath: string }) => {
      if (files.delete(filePath)) answered(options, {});
      else options.fail?.({ errMsg: 'unlink:fail no such file' });
    },
  }),
});

const navigationOf = ({ navigate }: WxOptions) => {
  const by = (how: Parameters<typeof navigate>[0]) => (options: Success & { url?: string }) =>
    void navigate(how, options?.url ?? '').then(() => answered(options, { errMsg: `${how}:ok` }));
  return {
    navigateTo: by('navigateTo'),
    redirectTo: by('redirectTo'),
    reLaunch: by('reLaunch'),
    navigateBack: by('navigateBack'),
  };
};

const PHONE = {
  platform: 'devtools',
  system: 'test',
  windowWidth: 375,
  windowHeight: 812,
  pixelRatio: 2,
  SDKVersion: '3.0.0',
};

/** `wx` of one run of the app. What is a call to the cloud goes out by HTTP to the real functions. */
export const wxOf = (options: WxOptions) => ({
  cloud: cloudOf(options),
  env: { USER_DATA_PATH },
  ...storageOf(options.storage),
  ...photosOf(options.files),
  ...navigationOf(options),
  getSystemInfoSync: () => PHONE,
  getWindowInfo: () => PHONE,
  getAppBaseInfo: () => ({ ...PHONE, fontSizeScaleFactor: 1 }),
  getDeviceInfo: () => PHONE,
  getLaunchOptionsSync: () => ({ path: '', query: {}, scene: 1047 }),
  getEnterOptionsSync: () => ({ path: '', query: {}, scene: 1047 }),
  canIUse: () => true,
  nextTick: (then: () => void) => setTimeout(then),
  onNetworkStatusChange: options.onNetwork,
  pageScrollTo: (how: Success) => answered(how, {}),
  stopPullDownRefresh: (how: Success) => answered(how, {}),
  getPrivacySetting: (how: Success) => answered(how, { needAuthorization: false, privacyContractName: '' }),
  ...options.wechat,
});
