import { DecoratorNode, type SerializedLexicalNode } from '@payloadcms/richtext-lexical/lexical';
import type { ReactNode } from 'react';

import { KEPT } from '../../../domain/story/canvas';
import type { RichTextNode } from '../../../domain/richText/RichText';
import { KeptCard } from './KeptCard';

type SerializedKept = SerializedLexicalNode & { node: RichTextNode };

/**
 * A block that the canvas shows but does not write: an image, a pull quote, an embed, or something
 * that another client stored. It is kept byte for byte.
 */
// oxlint-disable-next-line house/syntax -- Lexical tells its nodes apart by class.
export class KeptNode extends DecoratorNode<ReactNode> {
  __node: RichTextNode;

  constructor(node: RichTextNode, key?: string) {
    super(key);
    this.__node = node;
  }

  static override getType(): string {
    return KEPT;
  }

  static override clone(kept: KeptNode): KeptNode {
    return new KeptNode(kept.__node, kept.__key);
  }

  static override importJSON({ node }: SerializedKept): KeptNode {
    return new KeptNode(node);
  }

  override exportJSON(): SerializedKept {
    return { type: KEPT, version: 1, node: this.__node };
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('div');
    element.className = 'story-kept';
    return element;
  }

  override updateDOM(): false {
    return false;
  }

  override isInline(): false {
    return false;
  }

  override decorate(): ReactNode {
    return <KeptCard node={this.__node} nodeKey={this.__key} />;
  }
}
