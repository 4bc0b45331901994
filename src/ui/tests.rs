//! Keys in, frames out: the whole state and its drawing, without a terminal.

mod anything;
mod assigned;
mod begun;
mod commanding;
mod correcting;
mod driver;
mod frame;
mod here;
mod hunting;
mod jumping;
mod keys;
mod labelling;
mod lists;
mod marking;
mod naming;
mod noting;
mod registering;
mod renewing;
mod reviewing;
mod screens;
mod searching;
mod shelving;
mod sizes;
mod styles;
mod tables;
mod wrapped;
