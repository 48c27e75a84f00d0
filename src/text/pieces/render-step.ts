import type { Block, Documents, ModelRequest, RequestBlock, Step } from '../../core/index.ts';
import { renderPieces } from './render-pieces.ts';

/** What a call adds to a step: the replies so far, and ids for the provider. */
export interface RenderStepOptions {
  readonly replies?: readonly string[];
  readonly attemptId?: string;
  readonly cacheKey?: string;
}

/** Turns a step into a request whose text is read late. */
export function renderStep(step: Step, documents: Documents, options: RenderStepOptions = {}): ModelRequest {
  return {
    messages: step.messages.map((message) => ({
      from: message.from,
      blocks: message.blocks.map((block) => renderBlock(block, documents, options.replies)),
    })),
    output: step.output,
    ...(options.cacheKey !== undefined && { cacheKey: options.cacheKey }),
    ...(options.attemptId !== undefined && { attemptId: options.attemptId }),
  };
}

function renderBlock(block: Block, documents: Documents, replies: readonly string[] | undefined): RequestBlock {
  const [first] = block.pieces;
  const image = block.pieces.length === 1 && first !== undefined && 'image' in first ? first : undefined;
  return {
    role: block.role,
    ...(block.id !== undefined && { id: block.id }),
    ...(block.cacheBreak && { cacheBreak: true }),
    source: image ? { image: documents.bytes(image.image), mediaType: image.mediaType } : renderPieces(block.pieces, documents, replies),
  };
}
