// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.28;

import {ICredentialAnchor} from "../ICredentialAnchor.sol";
import {IDeliberations} from "../IDeliberations.sol";
import {Passkeys} from "./Passkeys.t.sol";
import {Sittings} from "./Sittings.t.sol";

/// @dev Whatever is tried with juries, in whatever order.
contract JuriesTest is Passkeys {
    Sittings private sittings;

    function setUp() public {
        sittings = new Sittings();
        ledger = sittings.ledger();
    }

    /// @dev The only contract whose functions the runner calls between two looks.
    function targetContracts() public view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(sittings);
    }

    /// @dev Never the sittings themselves, whose own calls pass where the runner's do not.
    function targetSenders() public pure returns (address[] memory senders) {
        senders = new address[](1);
        senders[0] = STRANGER;
    }

    function invariant_decisions_and_anchors_are_accepted_exactly_when_they_should() public view {
        check(sittings.disagreements() == 0, "the contract and the second memory agree");
    }

    function invariant_what_is_closed_stays_as_it_was_closed() public view {
        (uint256 rounds,) = sittings.counts();
        for (uint256 i = 0; i < rounds; i++) {
            bytes32 closed = sittings.closed(sittings.opened(i));
            IDeliberations.Deliberation memory it = ledger.deliberationOf(sittings.opened(i));
            bool open = it.outcome == IDeliberations.Outcome.Open;
            check(open ? closed == 0 : closed == keccak256(abi.encode(it)), "for ever");
        }
    }

    function invariant_a_quorum_of_those_who_sat_signed_every_outcome() public view {
        (uint256 rounds,) = sittings.counts();
        for (uint256 i = 0; i < rounds; i++) {
            IDeliberations.Deliberation memory it = ledger.deliberationOf(sittings.opened(i));
            uint256 signatures = 0;
            for (uint256 j = 0; j < it.members.length; j++) {
                if (it.signed >> j & 1 == 0) continue;
                signatures++;
                check(ledger.isSeated(it.issuer, it.members[j], it.closedAt), "someone who was accredited to sit then");
                check(it.replaced >> j & 1 == 0, "and was not replaced");
            }
            bool open = it.outcome == IDeliberations.Outcome.Open;
            check(open ? it.signed == 0 : signatures >= it.quorum, "enough of them");
        }
    }

    function invariant_every_diploma_stands_under_a_decision_of_its_issuer() public view {
        (, uint256 roots) = sittings.counts();
        for (uint256 i = 0; i < roots; i++) {
            bytes32 root = sittings.anchoredRoots(i);
            ICredentialAnchor.Anchor memory found = ledger.anchorOf(root);
            IDeliberations.Deliberation memory it = ledger.deliberationOf(ledger.deliberationUnder(root));
            check(found.kind == DIPLOMA && it.outcome == IDeliberations.Outcome.Decided, "decided, not refused");
            check(it.issuer == found.issuer && it.closedAt <= found.anchoredAt, "by its own jury, before");
        }
    }

    function invariant_a_session_is_one_line_of_rounds() public view {
        (uint256 rounds,) = sittings.counts();
        for (uint256 i = 0; i < rounds; i++) {
            bytes32 name = sittings.opened(i);
            IDeliberations.Deliberation memory it = ledger.deliberationOf(name);
            bool last = ledger.lastRoundOf(it.issuer, it.session) == name;
            check(last || it.outcome == IDeliberations.Outcome.Refused, "only a refused round is followed");
            if (it.previous == 0) continue;
            IDeliberations.Deliberation memory before = ledger.deliberationOf(it.previous);
            check(before.outcome == IDeliberations.Outcome.Refused && before.results != it.results, "over other results");
            check(it.round == before.round + 1 && it.session == before.session, "the next of the same session");
        }
    }
}
