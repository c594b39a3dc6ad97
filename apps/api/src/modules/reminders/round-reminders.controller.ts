import { Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, OFFICE_READERS, type Actor } from '../../platform/access';
import { Returns } from '../../platform/openapi';
import { IdParam } from '../../platform/validation';
import { ReminderPlanDto } from './dto/reminder-plan.dto';
import { RemindRound } from './remind-round';

/** Reminding the silent doors of a round. */
@ApiTags('reminders')
@Controller('rounds/:id/reminders')
export class RoundRemindersController {
  constructor(private readonly reminders: RemindRound) {}

  /** Who would be reminded now, which doors cannot be reached by a message, and what came of it so far. 404 not_found. */
  @Access(...OFFICE_READERS)
  @Returns(200, ReminderPlanDto)
  @Get()
  readRoundReminders(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<ReminderPlanDto> {
    return this.reminders.plan(actor, id);
  }

  /**
   * Reminds whoever is silent and has chosen it: a round at most once in 24 hours and three times in all, a person at most
   * once in 48 hours. 404 not_found, 409 reminders_round_not_open, reminders_too_soon, reminders_used_up, reminders_nobody.
   */
  @Access('officer')
  @Returns(201, ReminderPlanDto)
  @Post()
  remindRound(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<ReminderPlanDto> {
    return this.reminders.ask(actor, id);
  }
}
