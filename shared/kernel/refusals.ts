/**
 * Every refusal that a person can meet, with the sentence that he reads: what happened and what to do.
 * A contract's schema names these codes as its error messages, so a bad field is answered with its own sentence.
 */
export const REFUSALS = {
  'request.malformed': '请求格式不对，请返回上一页重试。',
  'request.unknownAction': '没有这个功能，请更新小程序后重试。',
  'request.notSignedIn': '没有识别到您的微信身份，请在微信中重新打开。',
  'request.forbidden': '您没有权限进行此操作，如需开通请联系本单位管理员。',
  'system.failed': '系统出了点问题，您填写的内容还在，请稍后重试。',
  'window.unknown': '没有找到这个窗口，请扫描窗口上张贴的二维码。',
  'windowCode.invalid': '无法识别这个二维码，请扫描窗口上张贴的“好差评”二维码。',
  'windowCode.revoked': '这个二维码已经停用，请扫描窗口上的新二维码。',
  'rating.placeMissing': '请先扫描窗口二维码，或从待评价的服务进入。',
  'rating.levelInvalid': '请从五个等级中选择一个。',
  'rating.reasonMissing': '请选择标签或填写原因。',
  'rating.commentTooLong': '原因超过了字数上限，请删减后再提交。',
  'rating.tagUnknown': '所选标签已经更新，请重新选择标签。',
  'rating.tagOfOtherLevel': '所选标签与评价等级不符，请重新选择标签。',
  'rating.tooManyPhotos': '照片超过了张数上限，请删减后再提交。',
  'rating.alreadyRated': '这次服务已经评价过了，可在“我的评价”中查看。',
  'rating.unknown': '没有找到这条评价，请从“我的评价”进入。',
  'service.unknown': '没有找到这个办件编号，请核对后重填；也可以不填，直接评价。',
  'service.notHere': '这个办件不是在本窗口办理的，请核对编号；也可以不填，直接评价。',
  'service.notYours': '这次服务不在您的待评价列表中，请扫描窗口二维码评价。',
  'service.notYetRatable': '这次服务还没有办完，办完后即可评价。',
  'photo.invalid': '照片无法识别，请选择 JPG 或 PNG 格式的照片。',
  'photo.tooLarge': '照片太大，请选择较小的照片或重新拍摄。',
  'photo.notYours': '照片没有上传成功，请删除后重新选择。',
  'ticket.unknown': '没有找到这张工单，请返回列表刷新。',
  'policy.notInForce': '此地的评价规定尚未生效或已失效，请联系管理单位。',
  'calendar.yearNotConfirmed': '该年度放假安排尚未公布，暂不能计算期限。',
} as const;

export type RefusalCode = keyof typeof REFUSALS;

export const isRefusalCode = (text: string): text is RefusalCode => Object.hasOwn(REFUSALS, text);
