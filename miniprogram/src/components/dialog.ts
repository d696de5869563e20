/** In WeChat there is no keyboard to come in or out by. A browser has `dialog.h5.ts`. */
export const useDialog = (_id: string, _onClose: () => void): void => undefined;
