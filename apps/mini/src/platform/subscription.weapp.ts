import Taro from '@tarojs/taro';
import type { SubscriptionAnswer } from './subscription.types';

/** Whether WeChat can ask if it may send a message. */
export const canAskForMessages = true;

/** The person has turned subscription messages off for this mini-program. */
const TURNED_OFF = 20004;
/** The mini-program itself may not send any. */
const CLOSED = 20005;

/** Asks for one message. WeChat shows its question only in answer to a tap: call it there, before anything is waited for. */
export async function askForMessage(templateId: string): Promise<SubscriptionAnswer> {
  try {
    // Taro's typing also asks for what Alipay calls the list, and does not know that its name is a key of the answer.
    const answer = await Taro.requestSubscribeMessage({ tmplIds: [templateId], entityIds: [] });
    return answerOf((answer as unknown as Record<string, string | undefined>)[templateId]);
  } catch (failure) {
    const { errCode } = failure as { errCode?: number };
    return errCode === TURNED_OFF ? 'turned_off' : errCode === CLOSED ? 'closed' : 'not_asked';
  }
}

/** `accept` also comes as `acceptWithAudio` and the like; `ban` and `filter` mean the template, not the person. */
function answerOf(word: string | undefined): SubscriptionAnswer {
  if (word?.startsWith('accept')) return 'allowed';
  return word === 'reject' ? 'refused' : 'closed';
}

/** WeChat's own page of what this mini-program may do; it opens in answer to a tap. */
export async function openMessageSettings(): Promise<void> {
  await Taro.openSetting({ withSubscriptions: true });
}
