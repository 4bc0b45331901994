//! Where elements and words come from: a tree for pages of ordinary size, a stream for large ones.

use super::flow::HtmlFlow;
use crate::formats::read::ImportError;
use dom_query::{Document, NodeId, NodeRef};
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use std::cell::{Cell, RefCell};

/// How much is given to the tokenizer at a time, in bytes.
const CHUNK: usize = 64 * 1024;

/// Tells the flow every element and every word of a tree; `article` holds the article.
pub(super) fn walk(
    document: &Document,
    article: Option<NodeId>,
    flow: &mut HtmlFlow,
) -> Result<(), ImportError> {
    let mut node = Some(document.root());
    while let Some(at) = node {
        begin(&at, article, flow)?;
        if let Some(child) = at.first_child() {
            node = Some(child);
            continue;
        }
        let mut last = Some(at);
        node = None;
        while let Some(done) = last {
            end(&done, flow)?;
            if let Some(next) = done.next_sibling() {
                node = Some(next);
                break;
            }
            last = done.parent();
        }
    }
    Ok(())
}

fn begin(node: &NodeRef, article: Option<NodeId>, flow: &mut HtmlFlow) -> Result<(), ImportError> {
    if node.is_text() {
        return flow.text(&node.immediate_text_of_self());
    }
    if !node.is_element() {
        return Ok(());
    }
    let name = node.node_name().unwrap_or_default();
    let attr = |attribute: &str| match attribute {
        // A list that counts down begins with how many items it has.
        "data-count" => {
            let items = node.children_it(false).filter(|child| child.has_name("li"));
            Some(items.count().to_string())
        }
        attribute => node.attr(attribute).map(|value| value.to_string()),
    };
    flow.start(&name, &attr)?;
    if article == Some(node.id) {
        flow.enter_article();
    }
    Ok(())
}

fn end(node: &NodeRef, flow: &mut HtmlFlow) -> Result<(), ImportError> {
    match node.node_name() {
        Some(name) if node.is_element() && &*name != "br" => flow.end(&name),
        _ => Ok(()),
    }
}

/// The words of a text node itself.
trait OwnText {
    fn immediate_text_of_self(&self) -> String;
}

impl OwnText for NodeRef<'_> {
    fn immediate_text_of_self(&self) -> String {
        self.query_or(String::new(), |node| match &node.data {
            dom_query::NodeData::Text { contents } => contents.to_string(),
            _ => String::new(),
        })
    }
}

/// Tells the flow every element and every word of a page as its source has them.
pub(super) fn stream(source: &str, flow: &mut HtmlFlow) -> Result<(), ImportError> {
    let sink = HtmlSink { flow: RefCell::new(flow), failed: Cell::new(None) };
    let tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
    let queue = BufferQueue::default();
    let mut rest = source;
    while !rest.is_empty() {
        let (chunk, behind) = rest.split_at(rest.floor_char_boundary(CHUNK.min(rest.len())));
        queue.push_back(StrTendril::from_slice(chunk));
        let _ = tokenizer.feed(&queue);
        if let Some(error) = tokenizer.sink.failed.take() {
            return Err(error);
        }
        rest = behind;
    }
    tokenizer.end();
    match tokenizer.sink.failed.take() {
        Some(error) => Err(error),
        None => Ok(()),
    }
}

struct HtmlSink<'s, 'f> {
    flow: RefCell<&'s mut HtmlFlow<'f>>,
    failed: Cell<Option<ImportError>>,
}

impl TokenSink for HtmlSink<'_, '_> {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut flow = self.flow.borrow_mut();
        let mut then = TokenSinkResult::Continue;
        let told = match token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => {
                then = match &*tag.name {
                    "script" => TokenSinkResult::RawData(RawKind::ScriptData),
                    "style" | "xmp" | "iframe" | "noembed" | "noframes" => {
                        TokenSinkResult::RawData(RawKind::Rawtext)
                    }
                    "title" | "textarea" => TokenSinkResult::RawData(RawKind::Rcdata),
                    _ => TokenSinkResult::Continue,
                };
                let attr = |name: &str| {
                    let found = tag.attrs.iter().find(|attribute| &*attribute.name.local == name);
                    found.map(|attribute| attribute.value.to_string())
                };
                flow.start(&tag.name, &attr)
            }
            Token::TagToken(tag) => flow.end(&tag.name),
            Token::CharacterTokens(words) => flow.text(&words),
            _ => Ok(()),
        };
        if let Err(error) = told {
            let first = self.failed.take().unwrap_or(error);
            self.failed.set(Some(first));
        }
        then
    }
}
