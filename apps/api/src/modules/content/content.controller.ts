import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { Access } from '../../platform/access';
import { isKnown } from '../../platform/http';
import { Returns } from '../../platform/openapi';
import { faqs } from './copy/faqs';
import { openLetter } from './copy/open-letter';
import { FaqDto, OpenLetterDto } from './dto/content.dto';

/** The same bytes until the next release; a phone that has them asks and gets nothing back. */
const tagOf = (content: unknown): string =>
  `"${createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 27)}"`;
const tags = { faqs: tagOf(faqs), openLetter: tagOf(openLetter) };

@ApiTags('content')
@Access('public')
@Controller('content')
export class ContentController {
  /** 八问八答, each answer with what it rests on. Cacheable: ETag, 304. */
  @Returns(200, [FaqDto])
  @Get('faqs')
  listFaqs(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): readonly FaqDto[] | undefined {
    return unlessKnown(request, reply, tags.faqs, faqs);
  }

  /** The open letter (公开信). Cacheable: ETag, 304. */
  @Returns(200, OpenLetterDto)
  @Get('open-letter')
  readOpenLetter(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): OpenLetterDto | undefined {
    return unlessKnown(request, reply, tags.openLetter, openLetter);
  }
}

function unlessKnown<T>(request: FastifyRequest, reply: FastifyReply, tag: string, content: T): T | undefined {
  void reply.header('etag', tag).header('cache-control', 'public, max-age=300');
  if (!isKnown(request.headers['if-none-match'], tag)) return content;
  void reply.status(304);
  return undefined;
}
