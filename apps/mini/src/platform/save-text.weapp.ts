import Taro from '@tarojs/taro';
import { answered } from './answered';

/** Hands a text over as a file: WeChat asks to which conversation, one's own file helper among them. */
export async function saveText(fileName: string, text: string): Promise<void> {
  const filePath = `${Taro.env.USER_DATA_PATH}/${fileName}`;
  Taro.getFileSystemManager().writeFileSync(filePath, text, 'utf8');
  await answered((callbacks) => Taro.shareFileMessage({ filePath, fileName, ...callbacks }));
}
