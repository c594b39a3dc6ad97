import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, type Actor } from '../../platform/access';
import { Returns } from '../../platform/openapi';
import { IdParam } from '../../platform/validation';
import { AssignedStairwellDto, StairwellDoorsDto } from './dto/stairwell-doors.dto';
import { RecordVisitInput, VisitDto } from './dto/visit.dto';
import { ReadStairwellDoors } from './read-stairwell-doors';
import { RecordVisit } from './record-visit';

@ApiTags('visits')
@Access('volunteer')
@Controller()
export class VisitsController {
  constructor(
    private readonly record: RecordVisit,
    private readonly doors: ReadStairwellDoors,
  ) {}

  /** Writes down a visit. Safe to repeat. 403 not_assigned; 422 visit_in_the_future, id_reused. */
  @Returns(201, VisitDto)
  @Post('visits')
  recordVisit(@CurrentActor() actor: Actor, @Body() input: RecordVisitInput): Promise<VisitDto> {
    return this.record.execute(actor, input);
  }

  /** The stairwells assigned to the volunteer today. */
  @Returns(200, [AssignedStairwellDto])
  @Get('volunteer/stairwells')
  listAssignedStairwells(@CurrentActor() actor: Actor): Promise<AssignedStairwellDto[]> {
    return this.doors.list(actor);
  }

  /** Every door of an assigned stairwell with its last visit, interest and whether it has a ballot. 403 not_assigned. */
  @Returns(200, StairwellDoorsDto)
  @Get('volunteer/stairwells/:id')
  readStairwellDoors(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<StairwellDoorsDto> {
    return this.doors.doors(actor, id);
  }
}
