import type { Cause } from '../domain/handling';

/**
 * 答复模板, by what it was about. Neutral: no praise is asked for and no doubt cast on the rater. Each has a blank
 * in 【】, so that none goes out unread. Wording of our own; no regulation gives one.
 */
export const REPLY_TEMPLATES: Readonly<Record<Cause, readonly string[]>> = {
  item: [
    '您反映的事项办理问题已核实：【核实到的情况】。我们已【采取的措施】，今后按办事指南办理。',
    '您反映的事项不在本窗口办理，没有及时说清，给您添了麻烦。办理地点是【地点】，电话是【电话】。',
  ],
  process: [
    '您反映的流程问题已核实：【核实到的情况】。我们已【采取的措施】，现在办理这项业务需要【步骤或时间】。',
    '您反映等候时间长，情况属实。我们已【采取的措施】，自【日期】起执行。',
  ],
  material: [
    '您反映的材料问题已核实：【核实到的情况】。办理这项业务需要的材料是【材料清单】，其他材料不再要求提供。',
    '没有一次告知所需材料，让您多跑了路。我们已【采取的措施】，您再来办理请直接到【窗口】。',
  ],
  system: [
    '您反映的系统问题已核实：【核实到的情况】。系统已于【日期】恢复，您的业务【办理情况】。',
    '您反映的系统问题还在处理，预计【日期】解决。在此之前可以到【窗口或其他方式】办理。',
  ],
  attitude: [
    '您反映的服务态度问题已核实：【核实到的情况】。我们已【采取的措施】，向您致歉。',
    '经核实，【核实到的情况】。沟通中没有解释清楚，我们已【采取的措施】。',
  ],
  place: ['您反映的场地设施问题已核实：【核实到的情况】。我们已【采取的措施】，【日期】完成。'],
  law: ['您的诉求已核实。依据【文件和条款】，【结论】。如有异议，可以通过【救济途径】反映。'],
};

/** Whether a blank of a template still stands in this reply. */
export const hasBlank = (reply: string): boolean => /【[^】]*】/u.test(reply);
