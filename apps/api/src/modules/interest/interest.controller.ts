import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, type Actor } from '../../platform/access';
import { Returns } from '../../platform/openapi';
import { ExpressInterestInput, ExpressionOfInterestDto } from './dto/interest.dto';
import { ExpressInterest } from './express-interest';

@ApiTags('interest')
@Controller('expressions-of-interest')
export class InterestController {
  constructor(private readonly express: ExpressInterest) {}

  /**
   * Writes down what a household thinks before any round; the latest word is the one shown. Safe to repeat.
   * 403 interest_not_yours, not_assigned; 404 not_bound; 422 interest_channel_wrong, id_reused.
   */
  @Access('resident', 'volunteer')
  @Returns(201, ExpressionOfInterestDto)
  @Post()
  expressInterest(@CurrentActor() actor: Actor, @Body() input: ExpressInterestInput): Promise<ExpressionOfInterestDto> {
    return this.express.execute(actor, input);
  }
}
