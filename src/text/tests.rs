//! Tables of texts in and out. What holds for any text is in `properties`.

mod collate;
mod decode;
mod encoding;
mod fold;
mod markup;
mod measure;
mod spelling;
