import { defineRefusals } from '../../platform/errors';

/** Why a photographed paper is refused. */
export const paperRefusals = defineRefusals({
  photo_unreadable: { status: 400, title: '照片没有读懂，请用 JPG 或 PNG 照片重新拍一张。' },
});
