import { Body, Controller, Get, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, CurrentClient, type Actor, type Client } from '../../platform/access';
import { Returns } from '../../platform/openapi';
import { ChooseReminder } from './choose-reminder';
import { ChooseReminderInput, ReminderChoiceDto } from './dto/reminder-choice.dto';

/** By what I want to be reminded. */
@ApiTags('reminders')
@Controller('my/reminders')
export class MyRemindersController {
  constructor(private readonly choice: ChooseReminder) {}

  /** What I chose, what I can choose, and how many messages WeChat still lets through. */
  @Access('resident')
  @Returns(200, ReminderChoiceDto)
  @Get()
  readMyReminders(@CurrentActor() actor: Actor): Promise<ReminderChoiceDto> {
    return this.choice.read(actor);
  }

  /**
   * Chooses how to be reminded, and agrees to the text that stood beside it; `none` takes the agreement back. 409
   * reminder_sms_unavailable, reminder_phone_missing, reminder_weapp_unavailable, reminder_weapp_unknown,
   * purpose_text_changed (with the new `version`).
   */
  @Access('resident')
  @Returns(200, ReminderChoiceDto)
  @Put()
  chooseMyReminders(@CurrentActor() actor: Actor, @Body() input: ChooseReminderInput): Promise<ReminderChoiceDto> {
    return this.choice.choose(actor, input);
  }

  /**
   * One more “allow” of wx.requestSubscribeMessage, which is good for one message. WeChat cannot be asked for the number,
   * so it is counted here, up to five. 409 reminder_not_in_weapp, reminder_weapp_unavailable, reminder_weapp_unknown.
   */
  @Access('resident')
  @Returns(201, ReminderChoiceDto)
  @Post('weapp-permissions')
  countWeappPermission(@CurrentActor() actor: Actor, @CurrentClient() client: Client): Promise<ReminderChoiceDto> {
    return this.choice.permit(actor, client);
  }
}
