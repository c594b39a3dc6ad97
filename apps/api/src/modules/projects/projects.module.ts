import { Module } from '@nestjs/common';
import { CasesModule } from '../cases';
import { DecisionsModule } from '../decisions';
import { InterestModule } from '../interest';
import { ReviewsModule } from '../reviews';
import { RollModule } from '../roll';
import { RoundsModule } from '../rounds';
import { ListProjects } from './list-projects';
import { OfficeOverview } from './office-overview';
import { ProjectsController } from './projects.controller';
import { PublicPages } from './public-pages';
import { ReadPublicStairwell } from './read-public-stairwell';

/** A stairwell's project as neighbours and the office see it. */
@Module({
  imports: [RollModule, RoundsModule, DecisionsModule, ReviewsModule, CasesModule, InterestModule],
  controllers: [ProjectsController],
  providers: [ListProjects, PublicPages, ReadPublicStairwell, OfficeOverview],
})
export class ProjectsModule {}
